package cn.dangqun.server.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Parts of a backup one after the other, each with its name and length; a part without a name is the end.
final class Parts {
    private Parts() {}

    static void write(DataOutputStream out, String name, byte[] content) throws IOException {
        out.writeUTF(name);
        out.writeLong(content.length);
        out.write(content);
    }

    static void write(DataOutputStream out, String name, Path file) throws IOException {
        out.writeUTF(name);
        out.writeLong(Files.size(file));
        Files.copy(file, out);
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeUTF("");
        out.writeLong(0);
    }

    /// One part about to be read.
    record Part(String name, long length) {}

    static Part next(DataInputStream in) throws IOException {
        return new Part(in.readUTF(), in.readLong());
    }

    static byte[] small(DataInputStream in, Part part, int most) throws IOException {
        if (part.length() < 0 || part.length() > most) {
            throw new IOException("a part " + part.name() + " of " + part.length() + " bytes");
        }
        var content = new byte[Math.toIntExact(part.length())];
        in.readFully(content);
        return content;
    }

    /// Copies the part, and returns its SHA-256.
    static String copy(InputStream in, Part part, OutputStream out) throws IOException {
        var sum = sha256();
        var some = new byte[1 << 16];
        for (long left = part.length(); left > 0; ) {
            int count = in.read(some, 0, Math.toIntExact(Math.min(left, some.length)));
            if (count < 0) {
                throw new IOException("the part " + part.name() + " ends early");
            }
            sum.update(some, 0, count);
            out.write(some, 0, count);
            left -= count;
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    static String sum(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static String sum(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
