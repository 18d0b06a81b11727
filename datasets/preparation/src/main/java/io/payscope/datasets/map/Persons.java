package io.payscope.datasets.map;

import io.payscope.datasets.primitive.ByteArena;
import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.Rejects;
import java.io.IOException;

/** Who stands behind each order's own customer id: about 60 bytes an order in memory. Not thread-safe. */
final class Persons {

    private static final long ABSENT = -1;

    private final LongTable names = new LongTable();
    private final ByteArena texts = new ByteArena();

    /** Reads the file whole; the table is closed afterwards. The first row of a customer id counts. */
    static Persons read(FieldTable table, Rejects rejects) throws IOException {
        Persons persons = new Persons();
        Text text = new Text();
        try (table) {
            int customer = table.column("customer_id");
            int person = table.column("customer_unique_id");
            while (table.next()) {
                if (table.read()) {
                    table.text(person, text);
                    long name = persons.texts.add(text.bytes(), 0, text.length());
                    persons.names.putIfAbsent(table.textHash(customer), name);
                } else {
                    FieldTable.Refusal refusal = table.refusal();
                    rejects.refuseSide(table.file(), table.line(), refusal.column(), refusal.rule(), refusal.value());
                }
            }
        }
        return persons;
    }

    /** Replaces a customer id by the person's; false if it is not known. */
    boolean find(long customerHash, Text target) {
        long name = names.get(customerHash, ABSENT);
        if (name == ABSENT) {
            return false;
        }
        texts.get(name, target);
        return true;
    }
}
