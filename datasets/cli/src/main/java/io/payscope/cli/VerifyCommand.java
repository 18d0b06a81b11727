package io.payscope.cli;

import io.payscope.cli.terminal.Answer;
import io.payscope.cli.terminal.ExitStatus;
import io.payscope.cli.terminal.Terminal;
import io.payscope.cli.verify.Chain;
import io.payscope.cli.verify.Link;
import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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

    @Option(names = "--problems", description = "print only what is BROKEN or ABSENT")
    private boolean problems;

    /**
     * What was found.
     *
     * @param sound links that hold
     * @param broken links that do not
     * @param absent links of which one end is not there
     */
    record Verified(int sound, List<Link.Broken> broken, List<Link.Absent> absent) {

        Verified {
            broken = List.copyOf(broken);
            absent = List.copyOf(absent);
        }
    }

    @Override
    Answer<Verified> run(Terminal terminal) throws InterruptedException {
        List<BankId> chosen = banks.or(Catalog.load().banks().stream().sorted().toList());
        Verified found = place.open(objects -> {
            Tally tally = new Tally(terminal, problems);
            new Chain(objects).verify(chosen, tally::add);
            return tally.verified();
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
        return Answer.of(name(), found.broken().isEmpty() ? ExitStatus.SUCCEEDED : ExitStatus.FAILED, found);
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

        Verified verified() {
            return new Verified(sound, broken, absent);
        }
    }
}
