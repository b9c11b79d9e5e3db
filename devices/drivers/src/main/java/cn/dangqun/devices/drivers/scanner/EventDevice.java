package cn.dangqun.devices.drivers.scanner;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// An input device file, opened and grabbed through the C library: Java's own files can neither be grabbed nor waited
/// for. The grab ends with the descriptor, so that even a crash gives the keys back. For one thread.
// "restricted" asks whether native calls are meant; here they are the whole point
@SuppressWarnings("restricted")
final class EventDevice implements AutoCloseable {
    private static final int READ_ONLY_NONBLOCK_CLOEXEC = 0x800 | 0x80000;
    private static final long EVIOCGRAB = 0x40044590L;
    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int EINTR = 4;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;
    private static final int ENOTTY = 25;
    private static final short READABLE = 1;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle OPEN = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), 2);
    private static final MethodHandle IOCTL =
            function("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT), 2);
    private static final MethodHandle POLL =
            function("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT), 3);
    private static final MethodHandle READ =
            function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), 3);
    private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT), 1);
    private static final MemoryLayout POLL_FD = MemoryLayout.structLayout(JAVA_INT, JAVA_SHORT, JAVA_SHORT);

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment errno = arena.allocate(Linker.Option.captureStateLayout());
    private final MemorySegment pollFd = arena.allocate(POLL_FD);
    private final MemorySegment buffer;
    private final int descriptor;

    private EventDevice(String path, int bufferBytes) throws DeviceException {
        this.buffer = arena.allocate(bufferBytes);
        try {
            this.descriptor = (int) OPEN.invokeExact(errno, arena.allocateFrom(path), READ_ONLY_NONBLOCK_CLOEXEC);
        } catch (Throwable e) {
            throw broken(e);
        }
        if (descriptor < 0) {
            var failure = failure("open " + path);
            arena.close();
            throw failure;
        }
    }

    static EventDevice open(String path, int bufferBytes) throws DeviceException {
        return new EventDevice(path, bufferBytes);
    }

    /// Takes the device away from every other program.
    void grab() throws DeviceException {
        int result;
        try {
            result = (int) IOCTL.invokeExact(errno, descriptor, EVIOCGRAB, 1);
        } catch (Throwable e) {
            throw broken(e);
        }
        if (result < 0) {
            throw failure("grab");
        }
    }

    /// Bytes read into `into`, which is as long as the buffer; 0 when none came within `millis`.
    ///
    /// @throws DeviceException DISCONNECTED when the device is gone
    int read(byte[] into, int millis) throws DeviceException {
        long count;
        try {
            pollFd.set(JAVA_INT, 0, descriptor);
            pollFd.set(JAVA_SHORT, JAVA_INT.byteSize(), READABLE);
            if ((int) POLL.invokeExact(errno, pollFd, 1L, millis) == 0) {
                return 0;
            }
            count = (long) READ.invokeExact(errno, descriptor, buffer, buffer.byteSize());
        } catch (Throwable e) {
            throw broken(e);
        }
        if (count == 0) {
            throw new DeviceException(Kind.DISCONNECTED, "the input device ended");
        }
        if (count < 0) {
            var number = errno.get(JAVA_INT, 0);
            if (number == EAGAIN || number == EINTR) {
                return 0;
            }
            throw failure("read");
        }
        MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, (int) count);
        return (int) count;
    }

    @Override
    public void close() {
        try {
            var ignored = (int) CLOSE.invokeExact(errno, descriptor);
        } catch (Throwable e) {
            throw broken(e);
        } finally {
            arena.close();
        }
    }

    private DeviceException failure(String what) {
        var number = errno.get(JAVA_INT, 0);
        var kind = switch (number) {
            case ENOENT -> Kind.NOT_FOUND;
            case EPERM, EACCES -> Kind.REFUSED;
            case EBUSY -> Kind.BUSY;
            case EINVAL, ENOTTY -> Kind.MISCONFIGURED; // this file is no input device
            default -> Kind.DISCONNECTED; // ENODEV above all
        };
        return new DeviceException(kind, what + " failed, error " + number);
    }

    private static IllegalStateException broken(Throwable e) {
        return new IllegalStateException("a call into the C library broke", e);
    }

    private static MethodHandle function(String name, FunctionDescriptor type, int firstVariadic) {
        var captured = Linker.Option.captureCallState("errno");
        var symbol = LINKER.defaultLookup().findOrThrow(name);
        return firstVariadic < type.argumentLayouts().size()
                ? LINKER.downcallHandle(symbol, type, captured, Linker.Option.firstVariadicArg(firstVariadic))
                : LINKER.downcallHandle(symbol, type, captured);
    }
}
