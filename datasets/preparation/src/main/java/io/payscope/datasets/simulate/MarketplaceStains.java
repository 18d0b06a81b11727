package io.payscope.datasets.simulate;

import java.util.ArrayList;
import java.util.List;

/** How rows of the marketplace's files are spoilt. */
final class MarketplaceStains {

    private MarketplaceStains() {}

    static List<List<Stain>> ofOrders() {
        return List.of(
                Stain.ofRows(),
                Stain.ofText(0),
                Stain.ofTime(3),
                Stain.values(2, "lost", "DELIVERED", ""),
                Stain.values(7, "2018-02-31 00:00:00", "tomorrow"),
                List.of(new Stain(Stain.Kind.CONFLICT, 3, "2017-07-01 12:00:00")));
    }

    /** A payment that is spoilt or left out leaves an order whose sum is not known. */
    static List<List<Stain>> ofPayments() {
        List<Stain> others = new ArrayList<>(Stain.ofNumber(1));
        others.addAll(Stain.values(2, "bitcoin", ""));
        return List.of(
                Stain.ofRows(),
                Stain.ofAmount(4),
                others,
                List.of(new Stain(Stain.Kind.OMITTED, 0, ""), new Stain(Stain.Kind.CONFLICT, 4, "1.00")));
    }

    static List<List<Stain>> ofItems() {
        return List.of(
                Stain.ofRows(),
                Stain.ofAmount(5),
                Stain.ofNumber(6),
                Stain.ofTime(4),
                List.of(new Stain(Stain.Kind.OMITTED, 0, ""), new Stain(Stain.Kind.CONFLICT, 5, "1.00")));
    }

    static List<List<Stain>> ofCustomers() {
        return List.of(Stain.ofRows(), Stain.ofText(1), List.of(new Stain(Stain.Kind.OMITTED, 0, "")));
    }

    static List<List<Stain>> ofOtherFiles() {
        return List.of(Stain.ofRows(), Stain.ofNumber(2));
    }
}
