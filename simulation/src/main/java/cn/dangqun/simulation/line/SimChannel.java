package cn.dangqun.simulation.line;

import cn.dangqun.simulation.world.Life;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/// One end of a connection. Bytes that arrive wait until whoever reads wants some more.
final class SimChannel extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);

    private final Life life;
    private final InetSocketAddress here;
    private final InetSocketAddress there;
    private final Out out;
    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private boolean open = true;
    private boolean active;
    private boolean reads;
    private boolean ended;

    /// Where bytes go that are written here, and who is told when this end is closed.
    interface Out {
        void bytes(byte[] bytes);

        void closed();
    }

    SimChannel(Life life, InetSocketAddress here, InetSocketAddress there, Out out) {
        super(null);
        this.life = life;
        this.here = here;
        this.there = there;
        this.out = out;
    }

    void activate() {
        active = true;
        pipeline().fireChannelActive();
    }

    void arrive(byte[] bytes) {
        if (open) {
            arrived.add(bytes);
            deliver();
        }
    }

    /// The other side is gone: what has come is read first.
    void end() {
        ended = true;
        deliver();
    }

    /// The connection is gone at once, with what has not been read.
    void reset() {
        arrived.clear();
        end();
    }

    private void deliver() {
        if (reads && !arrived.isEmpty()) {
            reads = false;
            pipeline().fireChannelRead(Unpooled.wrappedBuffer(arrived.poll()));
            pipeline().fireChannelReadComplete();
        }
        if (ended && arrived.isEmpty() && open) {
            unsafe().close(voidPromise());
        }
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new AbstractUnsafe() {
            @Override
            public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
                promise.setFailure(new UnsupportedOperationException("the line connects"));
            }
        };
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return loop instanceof SimLoop;
    }

    @Override
    protected SocketAddress localAddress0() {
        return here;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return there;
    }

    @Override
    protected void doBind(SocketAddress local) {
        throw new UnsupportedOperationException("nobody binds a line");
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    protected void doClose() {
        open = false;
        active = false;
        arrived.clear();
        if (life.isOn()) {
            out.closed();
        }
    }

    @Override
    protected void doBeginRead() {
        reads = true;
        if (!arrived.isEmpty() || ended) {
            eventLoop().execute(this::deliver);
        }
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer in) {
        for (var message = in.current(); message != null; message = in.current()) {
            if (life.isOn()) {
                out.bytes(ByteBufUtil.getBytes((ByteBuf) message));
            }
            in.remove();
        }
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }
}
