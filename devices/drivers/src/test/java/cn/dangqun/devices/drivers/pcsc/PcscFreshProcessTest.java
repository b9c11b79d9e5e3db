package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.devices.simulator.pcsc.PcscDaemon;
import cn.dangqun.devices.simulator.pcsc.VirtualCard;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What only shows in a process that has just begun.
@Timeout(60)
@Tag("real-time")
class PcscFreshProcessTest {
    private static final String OPEN = "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED";

    private PcscDaemon pcscd;
    private Process probe;

    @BeforeEach
    void takePcscd() throws Exception {
        pcscd = PcscDaemon.acquire(Duration.ofMinutes(5));
    }

    @AfterEach
    void releasePcscd() throws Exception {
        if (probe != null) {
            probe.destroyForcibly().waitFor();
        }
        pcscd.close();
    }

    @Test
    void findsPcscdThatStartsLaterThanTheKiosk() throws Exception {
        var said = probe(OPEN);
        skipTo(said, "failed NOT_FOUND");

        pcscd.start();
        skipTo(said, "Working");
        pcscd.reader(0).insert(VirtualCard.contactless("04a1b2c3d4e5f6"));

        assertEquals("presented", said.readLine());
    }

    @Test
    void saysWhichSettingIsMissingWhenTheJdkPackageIsClosed() throws Exception {
        pcscd.start();
        var said = probe("-Dclosed=true");
        skipTo(said, "Working");

        pcscd.kill();

        assertEquals("failed MISCONFIGURED", said.readLine());
    }

    private BufferedReader probe(String option) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", option));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CardProbe.class.getName()));
        probe = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return probe.inputReader(StandardCharsets.UTF_8);
    }

    private static void skipTo(BufferedReader said, String line) throws IOException {
        var heard = new ArrayList<String>();
        for (var next = said.readLine(); !line.equals(next); next = said.readLine()) {
            if (next == null) {
                throw new AssertionError("never said " + line + ", only " + heard);
            }
            heard.add(next);
        }
    }
}
