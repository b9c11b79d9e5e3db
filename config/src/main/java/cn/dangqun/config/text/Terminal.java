package cn.dangqun.config.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Words to whoever started a program, in UTF-8 whatever language is set: with `LANG=C` Chinese would be question
/// marks.
public final class Terminal {
    private Terminal() {}

    /// Writes a line to the standard error. Any thread.
    public static void complain(String words) {
        // not closed: the descriptor belongs to the process
        var out = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        out.println(words);
    }
}
