package io.payscope.infra;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The Lambdas: what each needs, where it may write, and how large it is.
 *
 * <p>A new one is its module under {@code functions/}, a constant here, for a state its {@code machine}, for a route a
 * line in {@link Route}, and its role's golden file ({@code mvn test -Dpayscope.golden=write}).
 */
enum Stage {
    MIGRATE_STORES(Machine.NONE, Size.SMALL, writes(), Need.LEDGER, Need.LEDGER_OWNER, Need.GRAPH, Need.VECTORS),
    CHECK_SERVICES(Machine.PIPELINE, Size.SMALL, writes(), Need.OBJECTS, Need.LEDGER, Need.GRAPH, Need.VECTORS),
    PREPARE_DATASET(
            Machine.PIPELINE,
            Size.LARGE,
            writes("raw/", "prepared/", "rejects/", "receipts/", "reports/"),
            Need.OBJECTS,
            Need.KAGGLE),
    SYNTHESIZE_BANK(Machine.PIPELINE, Size.HEAVY, writes("prepared/", "reports/", "receipts/"), Need.OBJECTS),
    REGISTER_UPLOAD(Machine.INGEST, Size.MEDIUM, writes("receipts/", "quarantine/"), Need.OBJECTS),
    NORMALIZE_UPLOAD(Machine.INGEST, Size.HEAVY, writes("parts/", "rejects/", "reports/"), Need.OBJECTS),
    LOAD_LEDGER(Machine.INGEST, Size.MEDIUM, writes("receipts/"), Need.OBJECTS, Need.LEDGER),
    LOAD_GRAPH(Machine.INGEST, Size.MEDIUM, writes("receipts/"), Need.OBJECTS, Need.GRAPH),
    ROLL_UP_LEDGER(Machine.INGEST, Size.SMALL, writes(), Need.LEDGER),
    LOAD_VECTORS(Machine.INGEST, Size.HEAVY, writes("receipts/"), Need.OBJECTS, Need.LEDGER, Need.GRAPH, Need.VECTORS),
    COMPLETE_UPLOAD(Machine.INGEST, Size.SMALL, writes("receipts/"), Need.OBJECTS, Need.LEDGER),
    TRAIN_FRAUD(Machine.PIPELINE, Size.LARGE, writes("models/", "receipts/"), Need.OBJECTS),
    TRAIN_FORECAST(Machine.PIPELINE, Size.LARGE, writes("models/", "receipts/"), Need.OBJECTS, Need.LEDGER),
    VALIDATE_DATASETS(Machine.PIPELINE, Size.SMALL, writes(), Need.OBJECTS, Need.LEDGER, Need.GRAPH, Need.VECTORS),
    SUMMARIZE_RUN(Machine.PIPELINE, Size.SMALL, writes("reports/"), Need.OBJECTS, Need.LEDGER),
    API_ADMIN(
            Machine.NONE,
            Size.ANSWERING,
            writes("models/"),
            Need.OBJECTS,
            Need.LEDGER,
            Need.GRAPH,
            Need.VECTORS,
            Need.TOKENS,
            Need.ERASURE),
    API_UPLOADS(Machine.NONE, Size.ANSWERING, writes("uploads/", "receipts/"), Need.OBJECTS, Need.LEDGER, Need.TOKENS),
    API_PREDICTIONS(Machine.NONE, Size.ANSWERING, writes(), Need.OBJECTS, Need.LEDGER, Need.GRAPH, Need.TOKENS),
    API_QUESTIONS(
            Machine.NONE, Size.ANSWERING, writes(), Need.OBJECTS, Need.LEDGER, Need.GRAPH, Need.VECTORS, Need.TOKENS);

    /** The state machine that calls a stage. */
    enum Machine {
        PIPELINE,
        INGEST,
        NONE
    }

    /** Memory in MiB, time in seconds, and temporary disk in MiB. */
    enum Size {
        ANSWERING(1024, 29, 512),
        SMALL(1024, 300, 512),
        MEDIUM(1769, 900, 512),
        HEAVY(3008, 900, 512),
        LARGE(3008, 900, 4096);

        final int memory;
        final int seconds;
        final int disk;

        Size(int memory, int seconds, int disk) {
            this.memory = memory;
            this.seconds = seconds;
            this.disk = disk;
        }
    }

    private final Machine machine;
    private final Size size;
    private final List<String> writtenPrefixes;
    private final Set<Need> needs;

    Stage(Machine machine, Size size, List<String> writtenPrefixes, Need first, Need... others) {
        this.machine = machine;
        this.size = size;
        this.writtenPrefixes = writtenPrefixes;
        this.needs = EnumSet.of(first, others);
    }

    private static List<String> writes(String... prefixes) {
        return List.of(prefixes);
    }

    /** @return the name of the module, such as {@code load-ledger} */
    String module() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @return the name in definitions and templates, such as {@code LoadLedger} */
    String title() {
        return Arrays.stream(module().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** @return the class that starts the function */
    String mainClass() {
        return "io.payscope." + module().replace("-", "") + "." + title() + "Application";
    }

    /** @return whether its start is taken from a snapshot, which more than 512 MiB of temporary disk rules out */
    boolean snapStart() {
        return size.disk <= 512;
    }

    Machine machine() {
        return machine;
    }

    Size size() {
        return size;
    }

    List<String> writtenPrefixes() {
        return writtenPrefixes;
    }

    /**
     * Where it deletes, always in the folder of a bank.
     *
     * @return below {@code receipts/} the result of an effect that no longer stands and is done anew; below {@code raw/}
     *     the marker of an unfinished download or simulation, and the files that such a marker calls its own; for the
     *     erasure of a bank everything
     */
    Collection<String> deletedPrefixes() {
        return switch (this) {
            case API_ADMIN -> allWrittenPrefixes();
            case PREPARE_DATASET -> List.of("raw/", "receipts/");
            case SYNTHESIZE_BANK, TRAIN_FRAUD, TRAIN_FORECAST -> List.of("receipts/");
            default -> List.of();
        };
    }

    /** @return whether it reads objects; who checks the services asks only whether the bucket answers */
    boolean readsObjects() {
        return needs.contains(Need.OBJECTS) && this != CHECK_SERVICES;
    }

    /** @return everything below which some stage writes, sorted */
    static SortedSet<String> allWrittenPrefixes() {
        return Arrays.stream(values())
                .flatMap(stage -> stage.writtenPrefixes.stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Need> needs() {
        return needs;
    }
}
