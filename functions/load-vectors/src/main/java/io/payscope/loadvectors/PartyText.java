package io.payscope.loadvectors;

import io.payscope.core.port.Document;
import io.payscope.core.port.PartyProfile;
import java.util.Locale;

/** The sentences about a party, whichever side of the payments it is on. */
final class PartyText {

    private PartyText() {}

    /**
     * Writes a profile.
     *
     * @param builder with the kind of document
     * @param party such as {@code merchant}
     * @param rank place among its like, 1 for the most active
     * @param deed {@code made} or {@code received}
     * @param subject of the document's id
     */
    static Document write(
            BankFacts facts,
            PartyProfile profile,
            DocumentBuilder builder,
            String party,
            int rank,
            String deed,
            String subject) {
        Long counterparties = facts.counterparties().get(profile.partyId());
        String text = ("%s profile: the %s %s of bank %s %s %s amounting to %s, %s on average,%s between %s and %s."
                        + " It %s of the bank's %ss. Labelled fraud: %s.")
                .formatted(
                        party.substring(0, 1).toUpperCase(Locale.ROOT) + party.substring(1),
                        party,
                        OutsideText.quoted(profile.partyId()),
                        facts.bank(),
                        deed,
                        Figures.payments(profile.volume()),
                        Figures.amount(profile.amount()),
                        Figures.average(profile.amount(), profile.volume()),
                        counterparties == null
                                ? ""
                                : " with " + Figures.count(counterparties) + " different counterparties,",
                        Figures.dayKey(profile.firstSeen()),
                        Figures.dayKey(profile.lastSeen()),
                        rank == 1 ? deed + " the most payments" : "is number " + rank + " by payments " + deed,
                        party,
                        Figures.share(profile.frauds(), profile.volume()));
        return builder.link("period_start", Figures.dayKey(profile.firstSeen()))
                .link("period_end", Figures.dayKey(profile.lastSeen()))
                .build(subject, text);
    }
}
