package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.cli.verify.Chain;
import io.payscope.cli.verify.Link;
import io.payscope.core.audit.AuditCheck;
import io.payscope.core.audit.AuditHead;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Re-checks the whole hash chain of what is there. */
@Command(
        name = "verify",
        description = "Re-checks every link of the hash chain: raw files, datasets, uploads, loads, models, runs.",
        footer = {
            "",
            "Examples:",
            "  payscope verify --out prepared --data data",
            "  payscope verify --out payscope-out --problems",
            "  payscope verify --bucket payscope-data --endpoint http://127.0.0.1:4566 --bank 3 --json",
            "  payscope verify --audit --audit-head 1742:9f86d081884c...",
            "",
            "OK: both ends are there and agree. BROKEN: they do not. ABSENT: one end is not there (any more).",
            "Exit code: 0 nothing is broken, 1 something is, 2 wrong usage or missing credentials."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand extends Job<VerifyCommand.Verified> {

    @Mixin
    private Place place;

    @Option(
            names = "--bank",
            paramLabel = "N|all",
            defaultValue = "all",
            converter = BankList.Reader.class,
            description = "only these banks (${DEFAULT-VALUE})")
    private BankList banks;

    @Option(
            names = "--audit",
            description = "check the audit log of the ledger that PAYSCOPE_LEDGER_URL, _USER and _PASSWORD name;"
                    + " with --out or --bucket besides the rest, else alone")
    private boolean audit;

    @Option(
            names = "--audit-head",
            paramLabel = "SEQ:HASH",
            description = "with --audit: a head noted before, which has to be there still")
    private @Nullable String auditHead;

    @Option(names = "--problems", description = "print only what is BROKEN or ABSENT")
    private boolean problems;

    /**
     * What was found.
     *
     * @param sound links that hold
     * @param broken links that do not
     * @param absent links of which one end is not there
     * @param audit what became of the audit log, or null if it was not asked for
     */
    record Verified(
            int sound,
            List<Link.Broken> broken,
            List<Link.Absent> absent,
            @Nullable AuditCheck audit) {

        Verified {
            broken = List.copyOf(broken);
            absent = List.copyOf(absent);
        }
    }

    @Override
    Answer<Verified> run(Terminal terminal) throws InterruptedException {
        AuditHead noted = noted();
        AuditCheck log = audit ? AuditVerification.run(terminal, System.getenv(), noted) : null;
        if (log != null && !place.isNamed()) {
            return Answer.of(
                    name(),
                    log.whole() ? ExitStatus.SUCCEEDED : ExitStatus.FAILED,
                    new Verified(0, List.of(), List.of(), log));
        }
        return chain(terminal, log);
    }

    private @Nullable AuditHead noted() {
        String text = auditHead;
        if (text == null) {
            return null;
        }
        if (!audit) {
            throw wrong("--audit-head goes with --audit");
        }
        return AuditVerification.head(text)
                .orElseThrow(() -> wrong("--audit-head: expected SEQ:HASH, found '" + text + "'"));
    }

    private Answer<Verified> chain(Terminal terminal, @Nullable AuditCheck log) throws InterruptedException {
        List<BankId> chosen = banks.or(Catalog.load().banks().stream().sorted().toList());
        Verified found = place.open(objects -> {
            Tally tally = new Tally(terminal, problems);
            new Chain(objects).verify(chosen, tally::add);
            return tally.verified(log);
        });
        int links = found.sound() + found.broken().size() + found.absent().size();
        terminal.print("%d links: %d OK, %d BROKEN, %d ABSENT"
                .formatted(
                        links,
                        found.sound(),
                        found.broken().size(),
                        found.absent().size()));
        if (links == 0) {
            terminal.say("payscope: nothing to verify is there");
            return Answer.of(name(), ExitStatus.FAILED, found);
        }
        boolean whole = found.broken().isEmpty() && (log == null || log.whole());
        return Answer.of(name(), whole ? ExitStatus.SUCCEEDED : ExitStatus.FAILED, found);
    }

    /** Prints links as they are found, and counts them. */
    private static final class Tally {

        private static final Pattern HASH = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

        private final Terminal terminal;
        private final boolean problems;
        private final List<Link.Broken> broken = new ArrayList<>();
        private final List<Link.Absent> absent = new ArrayList<>();
        private int sound;

        Tally(Terminal terminal, boolean problems) {
            this.terminal = terminal;
            this.problems = problems;
        }

        void add(Link link) {
            switch (link) {
                case Link.Sound holds -> {
                    sound++;
                    if (!problems) {
                        print("green", "OK    ", holds.kind(), shortened(holds.key()), shortened(holds.detail()));
                    }
                }
                case Link.Broken breaks -> {
                    broken.add(breaks);
                    print("red", "BROKEN", breaks.kind(), breaks.key(), "");
                    terminal.print("         expected " + breaks.expected());
                    terminal.print("         found    " + breaks.found());
                }
                case Link.Absent lacks -> {
                    absent.add(lacks);
                    print("yellow", "ABSENT", lacks.kind(), shortened(lacks.key()), lacks.reason());
                }
            }
        }

        /** Ids in keys are hashes, of which the beginning tells them apart; what is broken is named in full. */
        private static String shortened(String text) {
            return HASH.matcher(text).replaceAll("$1...");
        }

        private void print(String colour, String verdict, Link.Kind kind, String key, String detail) {
            terminal.print("%s  %-10s %s  %s"
                    .formatted(
                            Terminal.coloured(colour, verdict),
                            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            key,
                            detail));
        }

        Verified verified(@Nullable AuditCheck log) {
            return new Verified(sound, broken, absent, log);
        }
    }
}
