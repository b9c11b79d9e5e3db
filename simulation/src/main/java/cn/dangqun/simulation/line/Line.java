package cn.dangqun.simulation.line;

import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.StreetLine;
import cn.dangqun.server.sync.SyncDoor;
import cn.dangqun.simulation.world.Life;
import cn.dangqun.simulation.world.World;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// What lies between one kiosk and the street. Each connection has its own delay; one that is cut may go on bringing
/// what was on its way while the next has long begun.
public final class Line {
    private static final int PORT = 7443;
    private static final long SLOWEST_NANOS = Duration.ofSeconds(3).toNanos();
    private static final long FARE_NANOS = Duration.ofMillis(20).toNanos();

    private final World world;
    private final Street street;
    private final InetSocketAddress address;
    private final String name;
    private final SplittableRandom chance;
    private final List<Connection> connections = new ArrayList<>();
    private boolean up = true;
    private boolean asleep;
    private int speaks = Integer.MAX_VALUE;
    private @Nullable Planned planned;

    /// The other end, as it is now.
    public interface Street {
        Optional<SyncDoor> door();

        Life life();

        SimLoop loop();
    }

    /// Who hears of it when a connection is cut.
    public enum Cut {
        /// Both, at once
        SEEN,
        /// The kiosk at once, the street much later: what was on its way still comes
        SEEN_BY_THE_KIOSK,
        /// The street at once, the kiosk much later
        SEEN_BY_THE_STREET,
        /// Nobody: nothing comes through any more
        UNSEEN
    }

    /// After so many more bytes, up to the street or down.
    public record Planned(boolean upwards, int bytes, Cut how) {}

    public Line(World world, Street street, int number) {
        this.world = world;
        this.street = street;
        this.name = "line " + number;
        this.chance = world.split();
        try {
            this.address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number}), PORT);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    public void cut(Planned how) {
        planned = how;
    }

    /// Nothing connects, and what is connected ends.
    public void down() {
        up = false;
        hangUp();
    }

    public void up() {
        up = true;
        planned = null;
    }

    /// While it sleeps nothing connects either, and it is afterwards what it was.
    public void sleep(boolean now) {
        asleep = now;
        if (now) {
            hangUp();
        }
    }

    /// The program of the kiosk speaks this version of the protocol at most.
    public void speaks(int version) {
        if (speaks != version) {
            speaks = version;
            hangUp();
        }
    }

    /// Ends every connection for both, as a network does that is switched off.
    public void hangUp() {
        List.copyOf(connections).forEach(each -> each.end(Cut.SEEN));
    }

    /// The kiosk's side of it, for one start of the kiosk.
    public StreetLine of(Life kiosk, SimLoop loop) {
        return (call, session) -> connect(new Caller(kiosk, loop), call.identity(), session);
    }

    private record Caller(Life life, SimLoop loop) {}

    private ChannelFuture connect(Caller caller, Optional<KioskIdentity> identity, ChannelHandler session) {
        var connection = new Connection(caller);
        StreetLine.install(connection.kiosk.pipeline(), session);
        var _ = caller.loop.register(connection.kiosk);
        var connected = connection.kiosk.newPromise();
        world.at(world.now() + FARE_NANOS + connection.delay, caller.life, () -> {
            if (!connection.kiosk.isOpen()) {
                // as a socket has it that is closed before it is connected
                connected.setFailure(new ClosedChannelException());
                return;
            }
            var door = street.door();
            if (!up || asleep || door.isEmpty()) {
                connected.setFailure(new ConnectException("nobody listens"));
                connection.kiosk.unsafe().closeForcibly();
                return;
            }
            connection.open(door.get(), identity);
            connected.setSuccess();
            connection.kiosk.activate();
            connection.kiosk.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
        });
        return connected;
    }

    private final class Connection {
        private final Caller caller;
        private final long delay;
        private final SimChannel kiosk;
        private final Pipe upwards = new Pipe(true);
        private final Pipe downwards = new Pipe(false);
        private @Nullable SimChannel there;
        private Life thereLife = Life.ALWAYS;
        private boolean carries = true;

        Connection(Caller caller) {
            this.caller = caller;
            this.delay = chance.nextInt(4) == 0 ? chance.nextLong(SLOWEST_NANOS) : chance.nextLong(FARE_NANOS);
            this.kiosk = new SimChannel(caller.life, address, address, upwards);
        }

        void open(SyncDoor door, Optional<KioskIdentity> identity) {
            connections.add(this);
            thereLife = street.life();
            var end = new SimChannel(thereLife, address, address, downwards);
            there = end;
            door.install(end, pipeline -> identity.map(KioskIdentity::certificate));
            var _ = street.loop().register(end);
            end.activate();
            end.pipeline().fireUserEventTriggered(SslHandshakeCompletionEvent.SUCCESS);
        }

        void end(Cut how) {
            connections.remove(this);
            carries = false;
            long later = chance.nextLong(SLOWEST_NANOS * 10);
            switch (how) {
                case SEEN -> {
                    tellKiosk(0);
                    tellStreet(0);
                }
                case SEEN_BY_THE_KIOSK -> {
                    tellKiosk(0);
                    tellStreet(Math.max(later, upwards.last - world.now() + 1));
                }
                case SEEN_BY_THE_STREET -> {
                    tellStreet(0);
                    tellKiosk(Math.max(later, downwards.last - world.now() + 1));
                }
                case UNSEEN -> {}
            }
        }

        private void tellKiosk(long later) {
            if (later == 0) {
                downwards.lost = true;
            }
            world.at(world.now() + later, caller.life, kiosk::reset);
        }

        private void tellStreet(long later) {
            var end = there;
            if (end != null) {
                if (later == 0) {
                    upwards.lost = true;
                }
                world.at(world.now() + later, thereLife, end::reset);
            }
        }

        /// One direction; bytes stay in order.
        private final class Pipe implements SimChannel.Out {
            private final boolean up;
            private long last;
            private boolean lost;
            private boolean begun;

            Pipe(boolean up) {
                this.up = up;
            }

            @Override
            public void bytes(byte[] written) {
                if (!carries) {
                    return;
                }
                var bytes = up && !begun ? Hello.speaking(written, speaks) : written;
                begun = true;
                var plan = planned;
                if (plan == null || plan.upwards != up) {
                    carry(bytes);
                } else if (plan.bytes > bytes.length) {
                    planned = new Planned(up, plan.bytes - bytes.length, plan.how);
                    carry(bytes);
                } else {
                    planned = null;
                    carry(Arrays.copyOf(bytes, plan.bytes));
                    end(plan.how);
                }
            }

            /// In two pieces now and then, as networks do.
            private void carry(byte[] bytes) {
                int first = chance.nextInt(8) == 0 ? chance.nextInt(bytes.length + 1) : bytes.length;
                piece(Arrays.copyOf(bytes, first));
                piece(Arrays.copyOfRange(bytes, first, bytes.length));
            }

            private void piece(byte[] bytes) {
                if (bytes.length == 0) {
                    return;
                }
                last = Math.max(last, world.now() + delay + chance.nextLong(FARE_NANOS));
                world.at(last, up ? thereLife : caller.life, () -> {
                    var to = up ? there : kiosk;
                    if (!lost && to != null) {
                        world.trace().note(name + (up ? " up" : " down"), bytes);
                        to.arrive(bytes);
                    }
                });
            }

            /// This end was closed: the other one hears of it after the bytes before.
            @Override
            public void closed() {
                if (carries) {
                    connections.remove(Connection.this);
                    carries = false;
                    last = Math.max(last + 1, world.now() + delay);
                    var to = up ? there : kiosk;
                    if (to != null) {
                        world.at(last, up ? thereLife : caller.life, to::end);
                    }
                }
            }
        }
    }
}
