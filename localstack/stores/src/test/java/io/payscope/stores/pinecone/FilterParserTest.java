package io.payscope.stores.pinecone;

import static io.payscope.stores.pinecone.ServerUnderTest.list;
import static io.payscope.stores.pinecone.ServerUnderTest.struct;
import static io.payscope.stores.pinecone.ServerUnderTest.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

    private static final Struct CASE = Struct.newBuilder()
            .putFields("kind", value("case"))
            .putFields("amount", value(12.5))
            .putFields("open", value(true))
            .putFields("tags", list(value("card"), value("night")))
            .build();

    @ParameterizedTest
    @CsvSource({
        "$eq, 12.5, true", "$eq, 12, false", "$ne, 12.5, false", "$ne, 12, true",
        "$gt, 12.5, false", "$gt, 12.4, true", "$gte, 12.5, true", "$gte, 12.6, false",
        "$lt, 12.5, false", "$lt, 12.6, true", "$lte, 12.5, true", "$lte, 12.4, false",
    })
    void comparesNumbers(String operator, double operand, boolean expected) {
        assertThat(matches("amount", operator, value(operand))).isEqualTo(expected);
    }

    @Test
    void aBareValueMeansEquality() {
        assertThat(FilterParser.parse(struct("kind", value("case"))).matches(CASE))
                .isTrue();
        assertThat(FilterParser.parse(struct("kind", value("day"))).matches(CASE))
                .isFalse();
        assertThat(FilterParser.parse(struct("open", value(true))).matches(CASE))
                .isTrue();
        assertThat(FilterParser.parse(struct("amount", value("12.5"))).matches(CASE))
                .isFalse();
    }

    @Test
    void anElementOfAListMatchesAsTheListDoes() {
        assertThat(matches("tags", "$eq", value("night"))).isTrue();
        assertThat(matches("tags", "$ne", value("night"))).isFalse();
        assertThat(matches("tags", "$in", list(value("day"), value("card")))).isTrue();
        assertThat(matches("tags", "$nin", list(value("day"), value("cash")))).isTrue();
    }

    @Test
    void negationMatchesAnAbsentFieldAndNothingElseDoes() {
        assertThat(matches("absent", "$ne", value("x"))).isTrue();
        assertThat(matches("absent", "$nin", list(value("x")))).isTrue();
        assertThat(matches("absent", "$eq", value("x"))).isFalse();
        assertThat(matches("absent", "$lt", value(1))).isFalse();
        assertThat(matches("absent", "$exists", value(false))).isTrue();
        assertThat(matches("kind", "$exists", value(true))).isTrue();
        assertThat(matches("kind", "$exists", value(false))).isFalse();
    }

    @Test
    void fieldsAndOperatorsSideBySideMustAllHold() {
        Struct range = Struct.newBuilder()
                .putFields("$gt", value(12))
                .putFields("$lt", value(13))
                .build();
        Struct both = struct("amount", value(range)).toBuilder()
                .putFields("kind", value("case"))
                .build();
        Struct wrongKind = both.toBuilder().putFields("kind", value("day")).build();
        assertThat(FilterParser.parse(both).matches(CASE)).isTrue();
        assertThat(FilterParser.parse(wrongKind).matches(CASE)).isFalse();
        assertThat(FilterParser.parse(Struct.getDefaultInstance()).matches(CASE))
                .isTrue();
    }

    @Test
    void clausesNest() {
        Value no = value(struct("kind", value("day")));
        Value yes = value(struct("amount", value(struct("$gt", value(10)))));
        Value either = value(struct("$or", list(no, yes)));
        assertThat(FilterParser.parse(struct("$and", list(either, yes))).matches(CASE))
                .isTrue();
        assertThat(FilterParser.parse(struct("$and", list(either, no))).matches(CASE))
                .isFalse();
    }

    @Test
    void refusesWhatIsNotInTheLanguage() {
        refused(struct("$not", value(struct("kind", value("day")))));
        refused(struct("kind", value(struct("$regex", value("c.*")))));
        refused(struct("kind", value(Struct.getDefaultInstance())));
        refused(struct(
                "kind", Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build()));
        refused(struct("kind", list(value("a"))));
        refused(struct("amount", value(struct("$gt", value("ten")))));
        refused(struct("kind", value(struct("$in", value("case")))));
        refused(struct("kind", value(struct("$exists", value("yes")))));
        refused(struct("$and", list()));
        refused(struct("$or", list(value("kind"))));
    }

    private static void refused(Struct filter) {
        assertThatThrownBy(() -> FilterParser.parse(filter))
                .hasMessageStartingWith("INVALID_ARGUMENT: Invalid filter:");
    }

    private static boolean matches(String field, String operator, Value operand) {
        return FilterParser.parse(struct(field, value(struct(operator, operand))))
                .matches(CASE);
    }
}
