package io.payscope.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.testing.Datasheet;
import io.payscope.datasets.testing.RawBucket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderMappingTest {

    @TempDir
    private Path folder;

    private RawBucket bucket;

    @BeforeEach
    void start() throws IOException {
        bucket = new RawBucket(folder);
    }

    @Test
    void orderIsThePaymentsSumWhateverItsItems() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        payments("o1,1,credit_card,3,70.10\no1,2,voucher,1,20.20\no1,3,voucher,1,9.90\n");
        bucket.raw(
                4,
                "olist_order_items_dataset.csv",
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
                        + "o1,2,p2,s2,2017-11-28 10:00:00,40,5\n"
                        + "o1,1,p1,s1,2017-11-28 10:00:00,50,5.2\n");
        bucket.raw(
                4,
                "olist_customers_dataset.csv",
                "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,"
                        + "customer_state\nc-o1,person,1,x,SP\n");

        Datasheet sheet = bucket.prepare(4);

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
    void itemsAreDescribedByTheirProductsWithoutMultiplyingMoney() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        payments("o1,1,credit_card,3,70.10\no1,2,voucher,1,29.90\n");
        items("o1,1,p1,s1", "o1,2,p2,s2", "o1,3,p1,s1", "o1,4,p3,s2");
        products("p1,toys,100,10,20,30", "p2,toys,50,1,2,3", "p3,books,1000,5,5,5", "p3,other,1,1,1,1");

        Datasheet sheet = bucket.prepare(4);

        assertThat(sheet.rows().getFirst().transaction().amount()).isEqualTo(new BigDecimal("100.00"));
        assertThat(sheet.feature(0, "item_count")).isEqualTo(4);
        assertThat(sheet.feature(0, "items_price")).isEqualTo(40);
        assertThat(sheet.feature(0, "freight")).isEqualTo(4);
        assertThat(sheet.feature(0, "product_count")).isEqualTo(3);
        assertThat(sheet.feature(0, "seller_count")).isEqualTo(2);
        assertThat(sheet.feature(0, "category_count")).isEqualTo(2);
        assertThat(sheet.feature(0, "weight_g")).isEqualTo(1250);
        assertThat(sheet.feature(0, "volume_cm3")).isEqualTo(6000 + 6 + 6000 + 125);
        assertThat(bucket.rejects(sheet)).containsExactly("olist_products_dataset.csv,5,product_id,unique-id,p3");
    }

    @Test
    void whatIsNotKnownOfEveryItemIsMissingNotUnderstated() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        payments("o1,1,boleto,1,5\n");
        items("o1,1,p1,s1", "o1,2,p2,s1");
        products("p1,toys,100,10,20,30", "p2,,50,,2,3");

        Datasheet known = bucket.prepare(4);

        assertThat(known.feature(0, "category_count")).isNaN();
        assertThat(known.feature(0, "weight_g")).isEqualTo(150);
        assertThat(known.feature(0, "volume_cm3")).isNaN();

        products("p1,toys,100,10,20,30");
        Datasheet unknown = bucket.prepare(4);

        assertThat(unknown.feature(0, "product_count")).isEqualTo(2);
        assertThat(unknown.feature(0, "weight_g")).isNaN();
    }

    private void items(String... rows) {
        bucket.raw(
                4,
                "olist_order_items_dataset.csv",
                "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n"
                        + String.join(",2017-11-28 10:00:00,10,1\n", rows) + ",2017-11-28 10:00:00,10,1\n");
    }

    /** Rows of id, category, weight, length, height and width. */
    private void products(String... rows) {
        StringBuilder text = new StringBuilder("product_id,product_category_name,product_name_lenght,"
                + "product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,"
                + "product_height_cm,product_width_cm\n");
        for (String row : rows) {
            String[] fields = row.split(",", 3);
            text.append(fields[0] + "," + fields[1] + ",40,200,1," + fields[2] + "\n");
        }
        bucket.raw(4, "olist_products_dataset.csv", text.toString());
    }

    @Test
    void orderWithoutItemsKeepsItsCustomerAndNoPayee() throws IOException {
        order("o1", "2017-11-24 10:00:00", "canceled");
        payments("o1,1,boleto,1,0.00\n");

        CanonicalTransaction row = bucket.prepare(4).rows().getFirst().transaction();

        assertThat(row.payerId()).isEqualTo("c-o1");
        assertThat(row.payeeId()).isNull();
        assertThat(row.lifecycleStage()).isEqualTo(LifecycleStage.CANCELLED);
        assertThat(row.amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void orderWithAnUnreadablePaymentIsRefusedNotUnderstated() throws IOException {
        order("o1", "2017-11-24 10:00:00", "delivered");
        bucket.raw(
                4,
                "olist_orders_dataset.csv",
                bucket.text(4, "olist_orders_dataset.csv")
                        + "o2,c-o2,shipped,2017-11-24 11:00:00,,,,2017-12-20 00:00:00\n"
                        + "o3,c-o3,shipped,2017-11-24 11:00:00,,,,2017-12-20 00:00:00\n");
        payments("o1,1,credit_card,3,70.10\no1,2,voucher,1,many\no2,1,boleto,1,5\no2,1,boleto,1,5\n");

        Datasheet sheet = bucket.prepare(4);

        assertThat(sheet.rows()).hasSize(1);
        assertThat(sheet.rows().getFirst().transaction().amount()).isEqualTo(new BigDecimal("5.00"));
        assertThat(sheet.identity().rejectedByRule()).isEqualTo(Map.of("joined", 2L));
        assertThat(bucket.rejects(sheet))
                .containsExactlyInAnyOrder(
                        "olist_order_payments_dataset.csv,3,payment_value,number,many",
                        "olist_order_payments_dataset.csv,5,payment_sequential,unique-id,repeated",
                        "olist_orders_dataset.csv,2,payment_value,joined,a payment of the order was refused",
                        "olist_orders_dataset.csv,4,payment_value,joined,the order has no payment");
    }

    @Test
    void purchaseInTheHourThatClocksLeftOutIsRefused() throws IOException {
        order("o1", "2017-10-15 00:30:00", "delivered");
        payments("o1,1,boleto,1,5\n");
        bucket.raw(
                4,
                "olist_orders_dataset.csv",
                bucket.text(4, "olist_orders_dataset.csv")
                        + "o2,c-o2,shipped,2018-02-17 23:30:00,,,,2018-03-20 00:00:00\n");
        bucket.raw(
                4,
                "olist_order_payments_dataset.csv",
                bucket.text(4, "olist_order_payments_dataset.csv") + "o2,1,boleto,1,5\n");

        Datasheet sheet = bucket.prepare(4);

        assertThat(bucket.rejects(sheet))
                .containsExactly("olist_orders_dataset.csv,2,order_purchase_timestamp,time-gap,2017-10-15 00:30:00");
        assertThat(sheet.rows().getFirst().transaction().occurredAt())
                .as("the first of the two hours")
                .isEqualTo(Instant.parse("2018-02-18T01:30:00Z"));
    }

    private void order(String id, String time, String status) {
        bucket.raw(
                4,
                "olist_orders_dataset.csv",
                "order_id,customer_id,order_status,order_purchase_timestamp,"
                        + "order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,"
                        + "order_estimated_delivery_date\n\"" + id + "\",c-" + id + "," + status + "," + time
                        + ",,,,2017-12-20 00:00:00\n");
    }

    private void payments(String rows) {
        bucket.raw(
                4,
                "olist_order_payments_dataset.csv",
                "order_id,payment_sequential,payment_type,payment_installments,payment_value\n" + rows);
    }
}
