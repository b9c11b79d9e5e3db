package cn.dangqun.devices.drivers.line;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// One file descriptor opened without blocking, which `java.nio` cannot do for device files. Linux; one thread.
// restricted: calling the C library is what this class is for; only these six functions
@SuppressWarnings("restricted")
final class PosixFile implements AutoCloseable {
    static final int READABLE = 0x01;
    static final int WRITABLE = 0x04;

    static final int NOT_PERMITTED = 1;
    static final int NO_PERMISSION = 13;
    static final int BUSY = 16;
    static final int INVALID = 22;
    static final int NO_SUCH_CONTROL = 25;
    private static final int INTERRUPTED = 4;
    private static final int TRY_AGAIN = 11;

    private static final int NO_WAIT_NO_TERMINAL_NO_CHILD = 0x0800 | 0x0100 | 0x80000;
    private static final long EVIOCGRAB = 0x40044590L;
    private static final int TRANSFER_MAX = 4096;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final VarHandle ERRNO_VALUE =
            Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle OPEN = variadic("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
    private static final MethodHandle IOCTL =
            variadic("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT));
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle WRITE =
            function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment question = arena.allocate(8, 4);
    private final MemorySegment buffer = arena.allocate(TRANSFER_MAX);
    private int descriptor = -1;

    enum Access {
        READ(0),
        READ_WRITE(2);

        private final int flag;

        Access(int flag) {
            this.flag = flag;
        }
    }

    /// Returns 0, or the error number.
    int open(String path, Access access) {
        int flags = access.flag | NO_WAIT_NO_TERMINAL_NO_CHILD;
        int result = (int) call(() -> (int) OPEN.invokeExact(state, arena.allocateFrom(path), flags));
        descriptor = result;
        return result < 0 ? -result : 0;
    }

    /// Takes an input device for this process alone. Returns 0, or the error number.
    int grab() {
        return (int) -call(() -> (int) IOCTL.invokeExact(state, descriptor, EVIOCGRAB, 1));
    }

    /// Which of `events`, or error, hang-up and invalid, hold; 0 after `millis` without any.
    int poll(int events, int millis) {
        question.set(JAVA_INT, 0, descriptor);
        question.set(JAVA_SHORT, 4, (short) events);
        question.set(JAVA_SHORT, 6, (short) 0);
        long ready = call(() -> (int) POLL.invokeExact(state, question, 1L, millis));
        return ready > 0 ? question.get(JAVA_SHORT, 6) : 0;
    }

    /// The count of bytes read, 0 at the end of the file, or the negated error number.
    int read(byte[] into) {
        long most = Math.min(into.length, TRANSFER_MAX);
        int count = (int) call(() -> (long) READ.invokeExact(state, descriptor, buffer, most));
        if (count > 0) {
            MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, count);
        }
        return count;
    }

    /// The count of bytes taken, or the negated error number.
    int write(byte[] from, int offset) {
        int most = Math.min(from.length - offset, TRANSFER_MAX);
        MemorySegment.copy(from, offset, buffer, JAVA_BYTE, 0, most);
        return (int) call(() -> (long) WRITE.invokeExact(state, descriptor, buffer, (long) most));
    }

    static boolean isTemporary(int error) {
        return error == INTERRUPTED || error == TRY_AGAIN;
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            call(() -> (int) CLOSE.invokeExact(state, descriptor));
            descriptor = -1;
        }
        arena.close();
    }

    private interface NativeCall {
        // invokeExact declares Throwable
        long run() throws Throwable;
    }

    private long call(NativeCall function) {
        long result;
        try {
            result = function.run();
        } catch (Throwable e) {
            throw new IllegalStateException("a call to the C library does not fit its signature", e);
        }
        return result < 0 ? -(int) ERRNO_VALUE.get(state, 0L) : result;
    }

    private static MethodHandle variadic(String name, FunctionDescriptor signature) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), signature, ERRNO, Linker.Option.firstVariadicArg(2));
    }

    private static MethodHandle function(String name, FunctionDescriptor signature) {
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature, ERRNO);
    }
}
