package cn.dangqun.config.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Prints the people to play at the demonstration's kiosk, one `label<TAB>simulator command` a line.
public final class DemoPeopleMain {
    private DemoPeopleMain() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (var person : new DemoStreet().people()) {
            out.println(person.label() + "\t" + command(person.shows()));
        }
    }

    private static String command(DemoPerson.Shows shows) {
        return switch (shows) {
            case DemoPerson.Shows.CardUid(var hex) -> "tap uid " + hex;
            case DemoPerson.Shows.CodeText(var text) -> "code " + text;
        };
    }
}
