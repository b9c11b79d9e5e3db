package cn.dangqun.devices.drivers;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;

/// `devices [SETTINGS.toml]`: lists what is connected, then runs the self-test of the devices in the settings. Ends
/// with 0 when nothing failed, 1 when something did, 2 when the settings cannot be used.
public final class DevicesMain {
    private DevicesMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var command =
                new DevicesCommand(out, DevicesMain::askAtTheKeyboard, Inventory.of(Path.of("/")), Clock.systemUTC());
        System.exit(command.run(Arrays.asList(arguments)));
    }

    /// Nobody at the keyboard leaves the question open.
    private static DevicesCommand.Answer askAtTheKeyboard(String question) {
        var console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            return DevicesCommand.Answer.NONE;
        }
        var line = console.readLine("%s [y/n] ", question);
        return "y".equalsIgnoreCase(line) ? DevicesCommand.Answer.YES : DevicesCommand.Answer.NO;
    }
}
