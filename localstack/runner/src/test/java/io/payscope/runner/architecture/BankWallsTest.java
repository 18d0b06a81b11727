package io.payscope.runner.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.payscope.core.model.BankId;
import java.util.Map;
import java.util.Set;

/** T7, T8: the ledger, the graph and the vectors cannot be asked for data without a bank. */
@AnalyzeClasses(
        packages = {"io.payscope.ledger", "io.payscope.graph", "io.payscope.vectors"},
        importOptions = LayeringTest.MainClasses.class)
class BankWallsTest {

    /** What touches no bank's data, by the end of the class's name. */
    private static final Set<String> NO_DATA = Set.of("Settings", "Migration", "Probe", "Embedder");

    private static final Set<String> LIFE = Set.of("open", "close", "toString", "equals", "hashCode");

    /** Methods without a bank, and why. */
    private static final Map<String, String> SPANNING = Map.ofEntries(
            Map.entry("LedgerAudit.append", "the audit trail is of all banks and holds no payments"),
            Map.entry("LedgerAudit.after", "the same, read by ADMIN and AUDITOR and by the check of its chain"),
            Map.entry("LedgerAudit.head", "the same"),
            Map.entry("LedgerRegister.run", "a run is of all banks; read by the admin function"),
            Map.entry("LedgerRegister.runs", "the same"),
            Map.entry(
                    "LedgerRuns.record", "a run is of all banks; each model is written in its own bank's transaction"),
            Map.entry("LedgerHistory.before", "the payment names its bank, whose transaction it is read in"),
            Map.entry("LedgerErasure.store", "names the store and touches nothing"),
            Map.entry("GraphErasure.store", "the same"),
            Map.entry("VectorErasure.store", "the same"),
            Map.entry("SqlWork.run", "work that TenantTransactions calls with the bank already set"));

    @ArchTest
    static final ArchRule EVERY_PUBLIC_METHOD_OF_A_STORE_TAKES_A_BANK =
            classes().that().arePublic().should(takeABank());

    /** A driver's own connection in other hands would be a way around the wall. */
    @ArchTest
    static final ArchRule NOTHING_WITHOUT_A_BANK_IS_CALLED_BUT_WHERE_IT_IS_ALLOWED = noClasses()
            .that()
            .doNotHaveSimpleName("TenantTransactions")
            .and()
            .doNotHaveSimpleName("LedgerAudit")
            .and()
            .doNotHaveSimpleName("LedgerRuns")
            .and()
            .doNotHaveSimpleName("LedgerRegister")
            .and()
            .doNotHaveSimpleName("LedgerProbe")
            .should()
            .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("callWithoutBank")));

    private static ArchCondition<JavaClass> takeABank() {
        return new ArchCondition<>("take a bank in every public method that touches data") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (NO_DATA.stream().anyMatch(type.getSimpleName()::endsWith)) {
                    return;
                }
                type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !LIFE.contains(method.getName()))
                        .filter(method -> !SPANNING.containsKey(type.getSimpleName() + "." + method.getName()))
                        .filter(method -> !takesBank(method))
                        .forEach(method ->
                                events.add(SimpleConditionEvent.violated(method, method.getFullName() + ": no bank")));
            }
        };
    }

    private static boolean takesBank(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(BankId.class));
    }
}
