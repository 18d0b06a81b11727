package io.payscope.runner.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what this machine lacks and how to get it. */
@Command(
        name = "doctor",
        description = "Says what this machine lacks, what that is needed for, and how to get it.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private StoresOption stores;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>(Check.all());
        stores.external().stream()
                .flatMap(external -> external.addresses().stream())
                .map(Check::of)
                .forEach(checks::add);
        PrintWriter out = spec.commandLine().getOut();
        boolean fit = true;
        for (Check check : checks) {
            String mark = check.present() ? "ok     " : check.required() ? "MISSING" : "absent ";
            out.printf("%s  %-12s %s%n", mark, check.name(), check.present() ? check.found() : check.remedy());
            fit &= check.present() || !check.required();
        }
        out.flush();
        return fit ? ExitCode.SUCCEEDED : ExitCode.FAILED;
    }
}
