package io.payscope.datasets.catalog;

import io.payscope.core.fault.ConfigFault;
import io.payscope.datasets.catalog.MappingSpec.TimeUnit;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses files, a mapping or rules of a bank that do not fit together. */
final class MappingCheck {

    private static final String RULE_ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final String name;
    private final BankEntry entry;
    private final MappingSpec mapping;
    private final Map<String, ColumnSpec> columns = new HashMap<>();

    MappingCheck(String name, BankEntry entry) {
        this.name = name;
        this.entry = entry;
        this.mapping = entry.rawMapping();
    }

    /** @throws ConfigFault naming the file, the field and what is wrong with it */
    void run() {
        for (RawFileSpec file : entry.files()) {
            List<String> names = file.columns().stream().map(ColumnSpec::name).toList();
            require(!names.isEmpty(), "columns of " + file.name(), names);
            require(new HashSet<>(names).size() == names.size(), "columns, each once", names);
            file.columns().forEach(this::column);
            file.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        }
        time();
        parties();
        features();
        rules();
    }

    private void column(ColumnSpec column) {
        boolean isTime = column.type() == ColumnSpec.Type.TIME;
        require(isTime == (column.time() != null), "time, in a column of type TIME only: " + column.name(), column);
        boolean isNumber = column.type() == ColumnSpec.Type.NUMBER;
        require(isNumber || column.format() == null, "format, in a column of type NUMBER only", column);
        TimeForm time = column.time();
        if (time != null) {
            require(time.form().needsZone() == (time.zone() != null), "time.zone, where the form needs one", column);
            zone("time.zone", time.zone());
        }
        NumberForm format = column.format();
        if (format != null) {
            String grouping = format.grouping();
            require(format.decimal().matches("[.,]"), "format.decimal: a point or a comma", column);
            boolean distinct = grouping == null || grouping.matches("[^0-9+()-]") && !grouping.equals(format.decimal());
            require(distinct, "format.grouping: a character other than the decimal one", column);
            String currency = format.currency();
            require(currency == null || currency.matches("[^0-9+().,-]+"), "format.currency: a sign", column);
        }
    }

    private void time() {
        MappingSpec.TimeSpec time = mapping.time();
        known("mapping.time", time.column());
        boolean counted = time.unit() == TimeUnit.SECONDS || time.unit() == TimeUnit.HOURS;
        boolean anchored = counted == (time.anchor() != null);
        boolean zoned = (time.unit() == TimeUnit.LOCAL) == (time.zone() != null);
        require(anchored && zoned, "mapping.time: an anchor, or a zone for local time", time);
        zone("mapping.time.zone", time.zone());
        ColumnSpec.Type type =
                switch (time.unit()) {
                    case SECONDS, HOURS -> ColumnSpec.Type.NUMBER;
                    case LOCAL -> ColumnSpec.Type.LOCAL_TIME;
                    case INSTANT -> ColumnSpec.Type.TIME;
                };
        ColumnSpec column = columns.get(time.column());
        require(column != null && column.type() == type, "mapping.time: a column of type " + type, column);
    }

    private void zone(String field, @Nullable String zone) {
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw new ConfigFault(name + ": expected " + field + ", found " + zone, e);
        }
    }

    private void parties() {
        known("mapping.transactionId", mapping.transactionId());
        known("mapping.amount", mapping.amount());
        known("mapping.channel", mapping.channel().column());
        known("mapping.label", mapping.label());
        known("mapping.lifecycle", mapping.lifecycle().column());
        party("mapping.payer", mapping.payer());
        party("mapping.payee", mapping.payee());
        boolean oneChannel =
                (mapping.channel().column() == null) != (mapping.channel().constant() == null);
        require(oneChannel, "mapping.channel: a column or a constant", mapping.channel());
        MappingSpec.LifecycleSpec lifecycle = mapping.lifecycle();
        boolean oneLifecycle = (lifecycle.column() == null) != (lifecycle.constant() == null)
                && (lifecycle.column() == null) == (lifecycle.stages() == null);
        require(oneLifecycle, "mapping.lifecycle: a constant, or a column and its stages", lifecycle);
        Map<String, ?> stages = lifecycle.stages();
        require(stages == null || !stages.isEmpty(), "mapping.lifecycle.stages", stages);
    }

    private void party(String field, MappingSpec.@Nullable PartySpec party) {
        if (party != null) {
            require(!party.columns().isEmpty(), field + ".columns", party);
            party.columns().forEach(column -> known(field, column));
            Map<String, ?> kinds = party.kinds();
            boolean named =
                    kinds == null || !kinds.isEmpty() && kinds.keySet().stream().noneMatch(String::isEmpty);
            require(named, field + ".kinds: first characters of an id", kinds);
        }
    }

    private void features() {
        for (FeatureSpec feature : mapping.features()) {
            require(feature.codes() == null || !feature.codes().isEmpty(), "mapping.features.codes", feature);
            if (mapping.amount() != null) {
                known("mapping.features", feature.column());
                ColumnSpec column = columns.get(feature.column());
                boolean coded = feature.codes() != null;
                boolean readable =
                        column != null && column.type() == (coded ? ColumnSpec.Type.TEXT : ColumnSpec.Type.NUMBER);
                require(readable, "mapping.features: codes for a text and none for a number", feature);
            }
        }
        Set<String> used = mapping.features().stream().map(FeatureSpec::column).collect(Collectors.toSet());
        for (DroppedColumn drop : entry.dropped()) {
            for (String column : NameRange.expand(drop.column())) {
                known("dropped", column);
                require(!used.contains(column), "features without the dropped column", column);
            }
        }
    }

    private void rules() {
        for (RuleSpec rule : entry.rules()) {
            require(rule.id().matches(RULE_ID), "rules: an id of small letters, digits and dashes", rule.id());
            boolean checks = rule.minimum() != null || rule.maximum() != null || rule.values() != null;
            require(checks, "rule " + rule.id() + ": a minimum, a maximum or values", rule);
            List<String> values = rule.values();
            require(values == null || !values.isEmpty(), "rule " + rule.id() + ": values", rule);
            for (String column : rule.columns()) {
                known("rule " + rule.id(), column);
                boolean asText = columns.get(column).type() == ColumnSpec.Type.TEXT;
                require(!asText || values != null, "rule " + rule.id() + ": values, for a text", rule);
                boolean numeric = asText || values == null || values.stream().allMatch(MappingCheck::isNumber);
                require(numeric, "rule " + rule.id() + ": numbers, for a number", rule);
            }
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    private void known(String field, @Nullable String column) {
        require(column == null || columns.containsKey(column), field + ": a column of the bank's files", column);
    }

    private void require(boolean holds, String expected, @Nullable Object found) {
        if (!holds) {
            throw new ConfigFault(name + ": expected " + expected + ", found " + found);
        }
    }
}
