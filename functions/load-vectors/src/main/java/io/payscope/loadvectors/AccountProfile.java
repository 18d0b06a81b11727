package io.payscope.loadvectors;

import io.payscope.core.model.PayeeKind;
import io.payscope.core.port.Document;
import io.payscope.core.port.PartyProfile;
import io.payscope.core.port.PartySide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One account that pays or, where payees are no merchants, one that is paid; payers and payees in turn, those with
 * most payments first. An account may have a profile of either side.
 */
record AccountProfile() implements DocumentKind {

    static final String KIND = "account-profile";

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public List<Document> ranked(BankFacts facts) {
        List<PartyProfile> paid = facts.payees().stream()
                .filter(payee -> payee.kind() != PayeeKind.MERCHANT)
                .toList();
        List<Ranked> accounts = new ArrayList<>();
        addRanked(facts.payers(), accounts);
        addRanked(paid, accounts);
        return accounts.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(account -> account.profile().side()))
                .map(account -> write(facts, account))
                .toList();
    }

    private static void addRanked(List<PartyProfile> profiles, List<Ranked> accounts) {
        for (int i = 0; i < profiles.size(); i++) {
            accounts.add(new Ranked(profiles.get(i), i + 1));
        }
    }

    private static Document write(BankFacts facts, Ranked account) {
        PartyProfile profile = account.profile();
        boolean pays = profile.side() == PartySide.PAYER;
        return PartyText.write(
                facts,
                profile,
                new DocumentBuilder(KIND, facts.bank())
                        .link("account_id", profile.partyId())
                        .link("side", pays ? "payer" : "payee"),
                pays ? "paying account" : "receiving account",
                account.rank(),
                pays ? "made" : "received",
                (pays ? "payer:" : "payee:") + OutsideText.key(profile.partyId()));
    }

    /** A profile with its place on its side. */
    private record Ranked(PartyProfile profile, int rank) {}
}
