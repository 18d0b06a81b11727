package io.payscope.runner.command;

import io.payscope.runner.host.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that this machine has or lacks.
 *
 * @param name short
 * @param required whether the main job needs it
 * @param present whether it is there
 * @param found what was found, where it is there
 * @param remedy what lacks without it and how to get it
 */
record Check(String name, boolean required, boolean present, String found, String remedy) {

    static List<Check> all() {
        return List.of(
                platform(),
                jdk(),
                libgomp(),
                namespaces(),
                command("mvn", true, "builds the project: install Maven 3.8 or later"),
                command("node", false, "the CDK app (infra-cdk) and its tests need Node.js 20 or later"),
                command("aws", false, "the AWS CLI talks to a running 'up': install awscli"));
    }

    /** Whether a store that runs elsewhere answers. */
    static Check of(StoreAddress address) {
        return new Check(
                address.setting().name(), true, address.answers(), address.toString(), "no answer from " + address);
    }

    private static Check platform() {
        String found = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return new Check(
                "platform",
                true,
                found.equals("Linux amd64"),
                found,
                "the embedded stores are built for Linux x86_64, found " + found);
    }

    private static Check jdk() {
        int feature = Runtime.version().feature();
        return new Check(
                "JDK",
                true,
                feature == 25,
                Runtime.version().toString(),
                "JDK 25 is needed, found " + feature + ": install Temurin 25");
    }

    /** LightGBM is linked against the OpenMP runtime of GCC, which its jar does not bring. */
    private static Check libgomp() {
        Optional<Path> library = Stream.of(
                        "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/usr/lib")
                .map(folder -> Path.of(folder, "libgomp.so.1"))
                .filter(Files::exists)
                .findFirst();
        return new Check(
                "libgomp",
                true,
                library.isPresent(),
                library.map(Path::toString).orElse(""),
                "models need libgomp.so.1: apt-get install libgomp1, or dnf install libgomp");
    }

    /** PostgreSQL refuses to run as root, so root starts it in a user namespace of its own. */
    private static Check namespaces() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new Check(
                "unshare",
                root,
                !root || onPath("unshare").isPresent(),
                root ? "needed as root, found" : "not needed",
                "as root, PostgreSQL needs the unshare command: apt-get install util-linux");
    }

    private static Check command(String name, boolean required, String remedy) {
        Optional<Path> command = onPath(name);
        return new Check(
                name, required, command.isPresent(), command.map(Path::toString).orElse(""), remedy);
    }

    private static Optional<Path> onPath(String name) {
        String path = System.getenv("PATH");
        return Stream.ofNullable(path)
                .flatMap(folders -> Stream.of(folders.split(":", -1)))
                .map(folder -> Path.of(folder.isEmpty() ? "." : folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
