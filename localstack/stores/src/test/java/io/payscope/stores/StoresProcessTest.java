package io.payscope.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresProcessTest {

    @TempDir
    Path folder;

    @Test
    void whatWasAcknowledgedSurvivesAKillAndACleanStop() throws Exception {
        Path state = folder.resolve("state");
        try (StoresProcess stores = StoresUnderTest.start(state)) {
            StoresUnderTest.write(stores.endpoints(), 1);
            StoresUnderTest.write(stores.endpoints(), 2);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(StoreEndpoints.fileIn(state))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("secrets.json"))))
                    .isEqualTo("rw-------");
            stores.handle().destroyForcibly();
            stores.handle().onExit().get(30, TimeUnit.SECONDS);
        }
        ProcessHandle second;
        try (StoresProcess stores = StoresUnderTest.start(state)) {
            assertThat(log(state)).contains("PostgreSQL of a killed run is still alive");
            assertThat(StoresUnderTest.counts(stores.endpoints())).containsExactly(2L, 2L, 2L, 2L);
            StoresUnderTest.write(stores.endpoints(), 3);
            second = stores.handle();
        }
        // Closing ended standard input, as the end of the process that holds the pipe does.
        assertThat(second.isAlive()).isFalse();
        assertThat(StoreEndpoints.fileIn(state)).doesNotExist();
        try (StoresProcess stores = StoresUnderTest.start(state, "--detached")) {
            assertThat(StoresUnderTest.counts(stores.endpoints())).containsExactly(3L, 3L, 3L, 3L);
            stores.handle().destroy();
            assertThat(stores.handle().onExit().get(30, TimeUnit.SECONDS).isAlive())
                    .isFalse();
        }
        assertThat(log(state).lines().filter(line -> line.endsWith("StoresMain - Stopped")))
                .hasSize(2);
    }

    @Test
    void aTakenPortNamesPortAndStore() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> StoresUnderTest.start(folder.resolve("taken"), "--s3-port", port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("code 5")
                    .hasMessageContaining("Port " + port + " of S3 is in use");
        }
    }

    @Test
    void wrongUsageIsSaid() {
        assertThatThrownBy(() -> StoresUnderTest.start(folder.resolve("wrong"), "--s3-port", "many"))
                .hasMessageContaining("code 2")
                .hasMessageContaining("--s3-port takes a port");
    }

    private static String log(Path state) throws IOException {
        return Files.readString(state.resolve("logs").resolve("stores.log"));
    }
}
