package cn.dangqun.server.backup;

import cn.dangqun.server.backup.RefusedBackupException.Reason;
import cn.dangqun.store.OwnerFiles;
import cn.dangqun.store.PassphraseKey;
import cn.dangqun.store.SealedFileException;
import cn.dangqun.store.SealedInput;
import cn.dangqun.store.SealedOutput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/// One backup: a sealed file of manifest, secrets and database, named after the moment it holds.
record BackupFile(Path path) {
    static final String DATABASE = "street.db";
    private static final String MANIFEST = "manifest";
    private static final String SECRETS = "secrets/";
    private static final int SMALL = 16 * 1024 * 1024;
    private static final String BEGINNING = "street-";
    private static final String ENDING = ".dqb";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    static String name(Instant madeAt) {
        return BEGINNING + MOMENT.format(madeAt) + ENDING;
    }

    /// The moment in a name; empty when it is no backup's.
    static Optional<Instant> moment(String name) {
        if (!name.startsWith(BEGINNING) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            var written = name.substring(BEGINNING.length(), name.length() - ENDING.length());
            return Optional.of(LocalDateTime.parse(written, MOMENT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// What goes into it.
    record Content(Manifest manifest, Map<String, byte[]> secrets, Path database) {
        Content {
            secrets = Map.copyOf(secrets);
        }
    }

    /// What it is sealed with.
    record Seal(Passphrase passphrase, PassphraseKey.Cost cost, SecureRandom random) {}

    /// Durable when it returns; a stick or a network drive knows no modes, and the file needs none.
    void write(Content content, Seal seal) throws IOException {
        try (var file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = Channels.newOutputStream(file)) {
            var sealing = new SealedOutput(
                    new BufferedOutputStream(new Unclosed(out)),
                    seal.passphrase().text(),
                    seal.cost(),
                    seal.random());
            try (var parts = new DataOutputStream(sealing)) {
                Parts.write(parts, MANIFEST, content.manifest().written());
                for (var secret : content.secrets().entrySet()) {
                    Parts.write(parts, SECRETS + secret.getKey(), secret.getValue());
                }
                Parts.write(parts, DATABASE, content.database());
                Parts.end(parts);
            }
            file.force(true);
        }
    }

    /// Unpacks all of it into a directory that is there and empty, and proves every part.
    ///
    /// @throws RefusedBackupException with nothing that could be used in the directory
    Manifest unpack(Path directory, Passphrase passphrase) throws IOException, RefusedBackupException {
        if (!Files.isRegularFile(path)) {
            throw new RefusedBackupException(Reason.NO_FILE, path);
        }
        try (var file = new BufferedInputStream(Files.newInputStream(path), 1 << 20);
                var in = new DataInputStream(new SealedInput(file, passphrase.text()))) {
            var manifest = Manifest.read(Parts.small(in, Parts.next(in), SMALL));
            for (var part = Parts.next(in); !part.name().isEmpty(); part = Parts.next(in)) {
                unpack(in, part, directory, manifest);
            }
            ended(in);
            return manifest;
        } catch (SealedFileException e) {
            throw RefusedBackupException.because(e, path);
        }
    }

    private void unpack(DataInputStream in, Parts.Part part, Path directory, Manifest manifest)
            throws IOException, RefusedBackupException {
        var name = part.name().startsWith(SECRETS) ? part.name().substring(SECRETS.length()) : part.name();
        var target = directory.resolve(name);
        if (!directory.equals(target.getParent()) || !target.equals(target.normalize())) {
            throw new RefusedBackupException(Reason.NOT_A_BACKUP, path);
        }
        if (part.name().equals(DATABASE)) {
            proved(part, unpackLarge(in, part, target), manifest);
        } else {
            var content = Parts.small(in, part, SMALL);
            proved(part, Parts.sum(content), manifest);
            OwnerFiles.replace(target, content);
        }
    }

    private static String unpackLarge(InputStream in, Parts.Part part, Path target) throws IOException {
        OwnerFiles.replace(target, new byte[0]);
        try (var file = FileChannel.open(target, StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 20)) {
            var sum = Parts.copy(in, part, out);
            out.flush();
            file.force(true);
            return sum;
        }
    }

    private void proved(Parts.Part part, String sum, Manifest manifest) throws RefusedBackupException {
        if (!sum.equals(manifest.parts().get(part.name()))) {
            throw new RefusedBackupException(Reason.HARMED, path);
        }
    }

    /// Reading on to the end proves that nothing is missing.
    private void ended(InputStream in) throws IOException, RefusedBackupException {
        if (in.read() >= 0) {
            throw new RefusedBackupException(Reason.HARMED, path);
        }
    }

    /// The names under which secrets stand among the parts.
    static String part(String secret) {
        return SECRETS + secret;
    }

    /// What is still to be made durable when the one who writes is done.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
