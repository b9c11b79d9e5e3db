package cn.dangqun.kiosk.window;

import cn.dangqun.kiosk.appointment.AppointmentServices;
import cn.dangqun.kiosk.place.Contribution;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.place.KioskParts;
import cn.dangqun.kiosk.place.PlaceContext;
import cn.dangqun.kiosk.queue.QueueServices;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.staff.StaffDesk;
import cn.dangqun.kiosk.ui.Texts;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// 窗口网页 and 叫号屏, and the place that tells staff where to find them. `closing` stops serving.
public record WindowFeature(Supplier<WindowState> state, Runnable closing) implements Feature {
    public static WindowFeature open(
            KioskParts parts,
            QueueServices queue,
            RequestServices requests,
            AppointmentServices appointments,
            StaffDesk staff) {
        var zone = parts.settings().zone();
        var worker = worker();
        var texts = Texts.chinese();
        var sessions = new Sessions(staff, parts.clock(), zone);
        var signIn = new SignIn(staff, sessions, parts.clock());
        var routes = new WindowRoutes(
                queue,
                sessions,
                signIn,
                Stream.concat(
                                new RequestRoutes(requests, texts, parts.clock(), zone, worker).all().stream(),
                                new AppointmentRoutes(appointments, texts, parts.clock(), worker).all().stream())
                        .toList(),
                texts,
                parts.clock(),
                worker);
        var streams = new Streams(routes::look, worker);
        queue.desk().onChange(streams::changed);
        var pages = new WindowPages(
                parts.sync().window(), parts.settings().window(), parts.clock(), sessions, routes, streams, worker);
        pages.begin();
        return new WindowFeature(pages::state, pages::close);
    }

    /// What comes after the end is nobody's to wait for.
    private static ScheduledExecutorService worker() {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("window-work").factory(), new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Contribution screens(PlaceContext context) {
        return Contribution.of(
                new WindowPlace(new WindowViewModel(state, context.ui(), context.background()), context.ways()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
