package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.queue.QueueToday;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Pages that follow the queue (server-sent events). The queue is read once for all of them after a change,
/// however many changes there were; a browser that is slow is passed over and gets the newest later.
final class Streams {
    private final Supplier<Optional<QueueToday>> look;
    private final Executor worker;
    private final List<Stream> open = new CopyOnWriteArrayList<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    Streams(Supplier<Optional<QueueToday>> look, Executor worker) {
        this.look = look;
        this.worker = worker;
    }

    /// On the worker only.
    private static final class Stream {
        private final Channel channel;
        private final View view;
        private String last = "";

        Stream(Channel channel, View view) {
            this.channel = channel;
            this.view = view;
        }
    }

    void open(Channel channel, View view) {
        var stream = new Stream(channel, view);
        open.add(stream);
        channel.closeFuture().addListener(_ -> open.remove(stream));
        changed();
    }

    /// Something may look otherwise now. From any thread.
    void changed() {
        if (!pending.getAndSet(true)) {
            worker.execute(() -> round(false));
        }
    }

    /// Tells browsers that the line is alive, and looks at what depends on the clock.
    void tick() {
        worker.execute(() -> round(true));
    }

    private void round(boolean ticking) {
        pending.set(false);
        if (open.isEmpty()) {
            return;
        }
        var today = look.get();
        open.stream().filter(stream -> stream.channel.isWritable()).forEach(stream -> {
            var html = stream.view.of(today);
            if (html.isEmpty()) {
                end(stream);
            } else if (!html.get().equals(stream.last)) {
                stream.last = html.get();
                send(stream, event("view", html.get()));
            } else if (ticking) {
                send(stream, event("tick", ""));
            }
        });
    }

    private static String event(String name, String html) {
        return "event: " + name + "\n"
                + html.lines().map(line -> "data: " + line + "\n").collect(Collectors.joining())
                + (html.isEmpty() ? "data:\n\n" : "\n");
    }

    private static void send(Stream stream, String event) {
        var bytes = Unpooled.copiedBuffer(event, StandardCharsets.UTF_8);
        stream.channel.writeAndFlush(new DefaultHttpContent(bytes)).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private void end(Stream stream) {
        open.remove(stream);
        send(stream, event("ended", ""));
        stream.channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(ChannelFutureListener.CLOSE);
    }
}
