package cn.dangqun.devices.simulator.serial;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The few C functions behind a pseudo-terminal.
// "restricted" asks whether native calls are meant; here they are the whole point
@SuppressWarnings("restricted")
final class PosixTerminal {
    private static final int READ_WRITE_NO_CONTROL = 2 | 0x100;
    private static final int NON_BLOCKING = 0x800;
    private static final short READABLE = 1;
    private static final short WRITABLE = 4;
    private static final int PATH_MAX = 64;
    private static final int TERMIOS_SIZE = 256;

    private static final MethodHandle POSIX_OPENPT =
            function("posix_openpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle GRANTPT = function("grantpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle UNLOCKPT = function("unlockpt", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle PTSNAME = function("ptsname", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    private static final MethodHandle OPEN = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private static final MethodHandle TCGETATTR =
            function("tcgetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle CFMAKERAW = function("cfmakeraw", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle TCSETATTR =
            function("tcsetattr", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MemoryLayout POLL_FD = MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT);

    private PosixTerminal() {}

    private static MethodHandle function(String name, FunctionDescriptor type) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    /// A new master that never blocks, ready for its slave to be opened.
    static int openMaster() throws IOException {
        try {
            int master = checked("posix_openpt", (int) POSIX_OPENPT.invokeExact(READ_WRITE_NO_CONTROL | NON_BLOCKING));
            checked("grantpt", (int) GRANTPT.invokeExact(master));
            checked("unlockpt", (int) UNLOCKPT.invokeExact(master));
            return master;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    static String slavePath(int master) throws IOException {
        try {
            var name = (MemorySegment) PTSNAME.invokeExact(master);
            return name.reinterpret(PATH_MAX).getString(0);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /// Opens a slave and makes it carry bytes untouched, as a serial port does.
    static int openRaw(String path) throws IOException {
        try (var arena = Arena.ofConfined()) {
            int slave = checked("open", (int) OPEN.invokeExact(arena.allocateFrom(path), READ_WRITE_NO_CONTROL));
            var termios = arena.allocate(TERMIOS_SIZE);
            checked("tcgetattr", (int) TCGETATTR.invokeExact(slave, termios));
            CFMAKERAW.invokeExact(termios);
            checked("tcsetattr", (int) TCSETATTR.invokeExact(slave, 0, termios));
            return slave;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /// Waits for bytes at most `millis`; 0 when none came.
    static int read(int descriptor, byte[] into, int offset, int length, int millis) throws IOException {
        try (var arena = Arena.ofConfined()) {
            if (!isReady(arena, descriptor, READABLE, millis)) {
                return 0;
            }
            var bytes = arena.allocate(length);
            long count = (long) READ.invokeExact(descriptor, bytes, (long) length);
            int got = checked("read", (int) count);
            MemorySegment.copy(bytes, JAVA_BYTE, 0, into, offset, got);
            return got;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /// Waits for room at most `millis`; how many bytes were taken.
    static int write(int descriptor, byte[] from, int offset, int length, int millis) throws IOException {
        try (var arena = Arena.ofConfined()) {
            if (!isReady(arena, descriptor, WRITABLE, millis)) {
                return 0;
            }
            var bytes = arena.allocate(length);
            MemorySegment.copy(from, offset, bytes, JAVA_BYTE, 0, length);
            long count = (long) WRITE.invokeExact(descriptor, bytes, (long) length);
            return checked("write", (int) count);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static boolean isReady(Arena arena, int descriptor, short events, int millis) throws Throwable {
        var poll = arena.allocate(POLL_FD);
        poll.set(JAVA_INT, 0, descriptor);
        poll.set(JAVA_SHORT, 4, events);
        return checked("poll", (int) POLL.invokeExact(poll, 1L, millis)) > 0;
    }

    static void close(int descriptor) throws IOException {
        try {
            checked("close", (int) CLOSE.invokeExact(descriptor));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static int checked(String function, int result) throws IOException {
        if (result < 0) {
            throw new IOException(function + " failed");
        }
        return result;
    }

    /// A method handle declares Throwable; what really comes is our own IOException or an error of the JVM.
    private static IOException failed(Throwable e) {
        return switch (e) {
            case IOException io -> io;
            case Error error -> throw error;
            case RuntimeException broken -> throw broken;
            default -> new IOException(e);
        };
    }
}
