package io.payscope.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private final Catalog catalog = Catalog.load();

    @ParameterizedTest
    @CsvSource({"1, 100000, 28", "2, 150000, 411", "3, 120000, 5", "4, 100000, 12"})
    void banksHaveTheirRowsAndFeatures(int bank, long rows, int features) {
        BankEntry entry = catalog.entry(new BankId(bank));

        assertThat(entry.targetRows(null)).isEqualTo(rows);
        assertThat(entry.targetRows(5L)).isEqualTo(5);
        assertThat(entry.rawMapping().featureNames()).hasSize(features).doesNotHaveDuplicates();
    }

    @Test
    void onlyBankFourHasNoFraudPlan() {
        assertThat(catalog.entries())
                .filteredOn(entry -> entry.learning().fraud() == null)
                .extracting(BankEntry::bank)
                .containsExactly(4);
        assertThat(catalog.entries()).allMatch(entry -> entry.learning().forecast() != null);
    }

    @Test
    void whatLeaksIsNoFeature() {
        assertThat(catalog.entry(new BankId(3)).rawMapping().featureNames())
                .noneMatch(name -> name.contains("balance"))
                .doesNotContain("isFlaggedFraud", "isFraud");
    }

    @Test
    void unknownBankIsRefused() {
        assertThatThrownBy(() -> catalog.entry(new BankId(6)))
                .isInstanceOf(DataFault.class)
                .hasMessage("bank 6: not in the catalog, expected one of [1, 2, 3, 4, 5]");
    }

    @Test
    void rangesKeepTheirWidth() {
        assertThat(NameRange.expand("id_08..id_11")).isEqualTo(List.of("id_08", "id_09", "id_10", "id_11"));
        assertThat(NameRange.expand("V9..V10")).isEqualTo(List.of("V9", "V10"));
        assertThat(NameRange.expand("card1")).isEqualTo(List.of("card1"));
        assertThatThrownBy(() -> NameRange.expand("V9..W10")).isInstanceOf(ConfigFault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "defaultRows: 120000 | defaultRows: 20 | sampling: minimumRows <= defaultRows <= maximumRows",
                "amount: amount | amount: value | mapping.amount: a column of the bank's files, found value",
                "currency: XXX | currency: euro | currency, found euro",
                "title: PaySim | tilte: PaySim | tilte",
                "column: newbalanceDest | column: type | features without the dropped column",
                "label: isFraud | label: null | learning.fraud of a bank without a label",
                "column: step, minimum | column: stop, minimum | rule step-range: a column of the bank's files, found"
                        + " stop",
                "anchor: 2017-01-01T00:00:00Z | zone: UTC | mapping.time: an anchor",
                "{column: type, name: is_debit | {column: balance, name: is_debit | mapping.features: a column of the"
                        + " bank's files, found balance",
                "trainFraction: 0.6 | trainFraction: 0.9 | learning.fraud",
                "{dataset: ealaxi/paysim1} | {dataset: paysim1} | source.kaggle: dataset owner/slug or competition",
                "{dataset: ealaxi/paysim1} | {dataset: a/b, competition: c} | source.kaggle",
                "{dataset: ealaxi/paysim1} | {competition: a/../b} | source.kaggle",
                "{dataset: ealaxi/paysim1} | {dataset: a/b, version: 0} | source.kaggle",
                "payer: {columns: [nameOrig]} | payer: {} | columns",
                "payer: {columns: [nameOrig]} | payer: {columns: null} | columns"
            })
    void contradictionsAreNamed(String found, String replaced, String message) throws IOException {
        String yaml = bankThree();
        assertThat(yaml).contains(found);

        assertThatThrownBy(() -> Catalog.parse("bank-3.yaml", bytes(yaml.replace(found, replaced))))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("bank-3.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "smallestShare: 0.10 | smallestShare: 0.30",
                "fraudMargin: 1.2 | fraudMargin: 0.5",
                "smallestDistance: 0.01 | smallestDistance: 0",
                "tries: 60 | tries: 0"
            })
    void parameterOfTheSynthesisOutOfItsRangeIsRefused(String found, String replaced) throws IOException {
        String yaml = bankFive();
        assertThat(yaml).contains(found);

        assertThatThrownBy(() -> Catalog.parse("bank-5.yaml", bytes(yaml.replace(found, replaced))))
                .isInstanceOf(ConfigFault.class)
                .hasMessageStartingWith("bank-5.yaml: expected synthesis, every parameter in its range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "dropped", "rules"})
    void absentListIsNamed(String list) throws IOException {
        String yaml = bankFive().replace(list + ": []\n", "");

        assertThatThrownBy(() -> Catalog.parse("bank-5.yaml", bytes(yaml)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageStartingWith("bank-5.yaml: ")
                .hasMessageContaining(list);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String bankThree() throws IOException {
        return text("/catalog/bank-3.yaml");
    }

    private static String bankFive() throws IOException {
        return text("/catalog/bank-5.yaml");
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
