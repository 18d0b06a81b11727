package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.ColumnSpec;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.testing.Datasheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final String PAYSIM = "PS_20174392719_1491204439457_log.csv";
    private static final String PAYSIM_HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";

    @TempDir
    private Path folder;

    private FolderObjectStore objects;

    @BeforeEach
    void start() throws IOException {
        objects = new FolderObjectStore(Files.createDirectory(folder.resolve("bucket")));
    }

    @Test
    void mobileMoneyRow() throws IOException {
        raw(3, PAYSIM, PAYSIM_HEADER + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n");

        Datasheet sheet = prepare(3);

        CanonicalTransaction row = sheet.rows().getFirst().transaction();
        assertThat(row.transactionId()).matches("h[0-9a-f]{20}");
        assertThat(row.occurredAt()).isEqualTo(Instant.parse("2017-01-01T05:00:00Z"));
        assertThat(row.amount()).isEqualTo(new BigDecimal("181.50"));
        assertThat(row.currency()).isEqualTo("XXX");
        assertThat(row.channel()).isEqualTo("transfer");
        assertThat(row.payerId()).isEqualTo("C13");
        assertThat(row.payeeId()).isEqualTo("C55");
        assertThat(row.payeeKind()).isEqualTo(PayeeKind.ACCOUNT);
        assertThat(row.label()).isEqualTo(Label.FRAUD);
        assertThat(row.lifecycleStage()).isEqualTo(LifecycleStage.SETTLED);
        assertThat(row.sourceRow()).isEqualTo(1);
        assertThat(sheet.feature(0, "oldbalanceDest")).isEqualTo(21.25);
        assertThat(sheet.feature(0, "is_transfer")).isEqualTo(1);
        assertThat(sheet.feature(0, "is_cash_out")).isEqualTo(0);
    }

    @Test
    void idDependsOnValuesNotOnSpelling() throws IOException {
        raw(
                3,
                PAYSIM,
                PAYSIM_HEADER
                        + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n"
                        + "5.0,TRANSFER,181.500,C13,181.5,-0,C55,2.125e1,0.0,\"1\",0\n"
                        + "5,TRANSFER,181.51,C13,181.50,0,C55,21.25,0,1,0\n");

        Datasheet sheet = prepare(3);

        assertThat(sheet.rows()).hasSize(2);
        assertThat(sheet.identity().duplicatesRemoved()).isEqualTo(1);
    }

    @Test
    void columnsMayComeInAnyOrder() throws IOException {
        raw(3, PAYSIM, PAYSIM_HEADER + "5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n");
        String id = prepare(3).rows().getFirst().transaction().transactionId();
        raw(
                3,
                PAYSIM,
                "extra,TYPE,step,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,oldbalanceDest,"
                        + "newbalanceDest,isFraud,isFlaggedFraud\nx,TRANSFER,5,181.5,C13,181.50,0,C55,21.25,0,1,0\n");

        assertThat(prepare(3).rows().getFirst().transaction().transactionId()).isEqualTo(id);
    }

    @Test
    void onlinePaymentIsJoinedWithItsIdentity() throws IOException {
        raw(
                2,
                "train_transaction.csv",
                table(
                        0,
                        Map.of(
                                "TransactionID",
                                "2987004",
                                "TransactionDT",
                                "86506",
                                "TransactionAmt",
                                "50.125",
                                "ProductCD",
                                "H",
                                "isFraud",
                                "0",
                                "card1",
                                "4497",
                                "card4",
                                "visa",
                                "M1",
                                "T",
                                "M4",
                                "M2",
                                "V3",
                                "1.0"),
                        Map.of(
                                "TransactionID",
                                "2987005",
                                "TransactionDT",
                                "86510",
                                "TransactionAmt",
                                "10",
                                "ProductCD",
                                "W",
                                "isFraud",
                                "1",
                                "card1",
                                "4497",
                                "card4",
                                "visa")));
        String identity = table(1, Map.of("TransactionID", "2987004", "id_02", "70787.0"));
        raw(2, "train_identity.csv", identity.replace("id_", "id-"));

        Datasheet sheet = prepare(2);

        CanonicalTransaction row = sheet.rows().getFirst().transaction();
        assertThat(row.transactionId()).isEqualTo("2987004");
        assertThat(row.occurredAt()).isEqualTo(Instant.parse("2017-12-01T00:01:46Z"));
        assertThat(row.amount()).isEqualTo(new BigDecimal("50.125"));
        assertThat(row.channel()).isEqualTo("h");
        assertThat(row.payerId()).matches("k[0-9a-f]{16}");
        assertThat(row.payeeId()).isNull();
        assertThat(sheet.rows().get(1).transaction().payerId())
                .as("the same card")
                .isEqualTo(row.payerId());
        assertThat(sheet.feature(0, "id_02")).isEqualTo(70787);
        assertThat(sheet.feature(1, "id_02")).isNaN();
        assertThat(sheet.feature(0, "M1")).isEqualTo(1);
        assertThat(sheet.feature(0, "M4")).isEqualTo(2);
        assertThat(sheet.feature(1, "M1")).isNaN();
        assertThat(sheet.feature(0, "V3")).isEqualTo(1);
    }

    @Test
    void reusedIdWithOtherValuesIsRefused() throws IOException {
        Map<String, String> first = Map.of(
                "TransactionID",
                "1",
                "TransactionDT",
                "86506",
                "TransactionAmt",
                "50",
                "ProductCD",
                "H",
                "isFraud",
                "0",
                "card1",
                "4497");
        raw(
                2,
                "train_transaction.csv",
                table(0, first)
                        + table(0, first)
                                .replace(",50,", ",51,")
                                .lines()
                                .skip(1)
                                .collect(Collectors.joining()) + "\n");

        Datasheet sheet = prepare(2);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.identity().rejectedByRule()).isEqualTo(Map.of("unique-id", 1L));
    }

    @Test
    void orderIsThePaymentsSumWhateverItsItems() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        payments("o1,1,credit_card,3,70.10\no1,2,voucher,1,20.20\no1,3,voucher,1,9.90\n");
        raw(
                4,
                "olist_order_items_dataset.csv",
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
                        + "o1,2,p2,s2,2017-11-28 10:00:00,40,5\n"
                        + "o1,1,p1,s1,2017-11-28 10:00:00,50,5.2\n");
        raw(
                4,
                "olist_customers_dataset.csv",
                "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,"
                        + "customer_state\nc-o1,person,1,x,SP\n");

        Datasheet sheet = prepare(4);

        CanonicalTransaction row = sheet.rows().getFirst().transaction();
        assertThat(row.transactionId()).isEqualTo("o1");
        assertThat(row.occurredAt()).isEqualTo(Instant.parse("2017-11-24T12:00:00Z"));
        assertThat(row.amount()).isEqualTo(new BigDecimal("100.20"));
        assertThat(row.channel()).isEqualTo("credit_card");
        assertThat(row.payerId()).isEqualTo("person");
        assertThat(row.payeeId()).isEqualTo("s1");
        assertThat(row.payeeKind()).isEqualTo(PayeeKind.MERCHANT);
        assertThat(row.label()).isEqualTo(Label.UNKNOWN);
        assertThat(sheet.feature(0, "item_count")).isEqualTo(2);
        assertThat(sheet.feature(0, "items_price")).isEqualTo(90);
        assertThat(sheet.feature(0, "payment_count")).isEqualTo(3);
        assertThat(sheet.feature(0, "payment_types")).isEqualTo(2);
        assertThat(sheet.feature(0, "installments")).isEqualTo(3);
        assertThat(sheet.identity().learning().fraud()).isNull();
    }

    @Test
    void orderWithoutItemsKeepsItsCustomerAndNoPayee() throws IOException {
        order("o1", "2017-11-24 10:00:00", "canceled");
        payments("o1,1,boleto,1,0.00\n");

        CanonicalTransaction row = prepare(4).rows().getFirst().transaction();

        assertThat(row.payerId()).isEqualTo("c-o1");
        assertThat(row.payeeId()).isNull();
        assertThat(row.lifecycleStage()).isEqualTo(LifecycleStage.CANCELLED);
        assertThat(row.amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void orderWithAnUnreadablePaymentIsRefusedNotUnderstated() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        objects.put(
                "raw/bank=4/olist_orders_dataset.csv",
                (text("raw/bank=4/olist_orders_dataset.csv")
                                + "o2,c-o2,shipped,2017-11-24 11:00:00,,,,2017-12-20 00:00:00\n"
                                + "o3,c-o3,shipped,2017-11-24 11:00:00,,,,2017-12-20 00:00:00\n")
                        .getBytes(StandardCharsets.UTF_8),
                "");
        payments("o1,1,credit_card,3,70.10\no1,2,voucher,1,many\no2,1,boleto,1,5\no2,1,boleto,1,5\n");

        Datasheet sheet = prepare(4);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().transaction().amount()).isEqualTo(new BigDecimal("5.00"));
        assertThat(sheet.identity().rejectedByRule()).isEqualTo(Map.of("joined", 2L));
        String key = "rejects/bank=4/" + sheet.prepared().manifest().key().split("/")[2] + ".csv.gz";
        try (GZIPInputStream in = new GZIPInputStream(objects.open(key))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactlyInAnyOrder(
                            "file,line,column,rule,value",
                            "olist_order_payments_dataset.csv,3,payment_value,number,many",
                            "olist_order_payments_dataset.csv,5,payment_sequential,unique-id,repeated",
                            "olist_orders_dataset.csv,2,payment_value,joined,a payment of the order was refused",
                            "olist_orders_dataset.csv,4,payment_value,joined,the order has no payment");
        }
    }

    @Test
    void fileUnderBothNamesIsRefused() {
        raw(3, PAYSIM, PAYSIM_HEADER);
        raw(3, PAYSIM + ".gz", PAYSIM_HEADER);

        assertThatThrownBy(() -> prepare(3)).isInstanceOf(DataFault.class).hasMessageContaining("found both");
    }

    @Test
    void fileCutOffInItsCompressionIsRefusedByName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(PAYSIM_HEADER.getBytes(StandardCharsets.UTF_8));
            gzip.write("5,TRANSFER,181.5,C13,181.50,0,C55,21.25,0,1,0\n"
                    .repeat(100)
                    .getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 20);
        objects.put("raw/bank=3/" + PAYSIM + ".gz", cut, "application/gzip");

        assertThatThrownBy(() -> prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessageContaining(PAYSIM)
                .hasMessageContaining("expected gzip to its end");
    }

    @Test
    void emptyFileIsRefused() {
        raw(3, PAYSIM, "");

        assertThatThrownBy(() -> prepare(3))
                .isInstanceOf(DataFault.class)
                .hasMessage(PAYSIM + " line 1: expected a header, found an empty file");
    }

    private Datasheet prepare(int bank) throws IOException {
        return Datasheet.prepare(objects, folder, bank, null);
    }

    private void raw(int bank, String name, String text) {
        objects.put("raw/bank=" + bank + "/" + name, text.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private String text(String key) {
        return new String(objects.find(key).orElseThrow().body(), StandardCharsets.UTF_8);
    }

    private void order(String id, String time, String status) {
        raw(
                4,
                "olist_orders_dataset.csv",
                "order_id,customer_id,order_status,order_purchase_timestamp,"
                        + "order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,"
                        + "order_estimated_delivery_date\n\"" + id + "\",c-" + id + "," + status + "," + time
                        + ",,,,2017-12-20 00:00:00\n");
    }

    private void payments(String rows) {
        raw(
                4,
                "olist_order_payments_dataset.csv",
                "order_id,payment_sequential,payment_type,payment_installments,payment_value\n" + rows);
    }

    /** A file of bank 2 with the given values, every other field empty. */
    @SafeVarargs
    private static String table(int file, Map<String, String>... rows) {
        RawFileSpec spec = Catalog.load().entry(new BankId(2)).files().get(file);
        StringBuilder text = new StringBuilder();
        text.append(spec.columns().stream().map(ColumnSpec::name).collect(Collectors.joining(",")));
        text.append('\n');
        for (Map<String, String> row : rows) {
            text.append(spec.columns().stream()
                    .map(column -> row.getOrDefault(column.name(), ""))
                    .collect(Collectors.joining(",")));
            text.append('\n');
        }
        return text.toString();
    }
}
