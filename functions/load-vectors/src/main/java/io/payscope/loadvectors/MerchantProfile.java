package io.payscope.loadvectors;

import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.Document;
import io.payscope.core.port.PartyProfile;
import java.util.ArrayList;
import java.util.List;

/** One merchant; those with most payments come first. */
record MerchantProfile() implements DocumentKind {

    static final String KIND = "merchant-profile";

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public List<Document> ranked(BankFacts facts) {
        List<Document> documents = new ArrayList<>();
        for (PartyProfile payee : facts.payees()) {
            if (payee.kind() == PayeeKind.MERCHANT) {
                documents.add(write(facts, payee, documents.size() + 1));
            }
        }
        return documents;
    }

    private static Document write(BankFacts facts, PartyProfile merchant, int rank) {
        return PartyText.write(
                facts,
                merchant,
                new DocumentBuilder(KIND, facts.bank()).link("merchant_id", merchant.partyId()),
                "merchant",
                rank,
                "received",
                OutsideText.key(merchant.partyId()));
    }
}
