package cn.dangqun.server.sync;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.web.Strangers;
import io.netty.channel.Channel;

/// All connections that have not said hello: without a certificate counted by address, with one by the certificate,
/// so that kiosks behind one address never compete with what else comes from there. Safe for use from several threads.
final class Thresholds {
    /// A kiosk has one, and for a moment the one before
    private static final int OF_ONE_CERTIFICATE = 4;

    private static final int OF_CERTIFICATES = 4096;

    private final ServerSettings.Sync settings;
    private final Strangers<Channel> strangers;
    private final Strangers<Channel> bearers = new Strangers<>(OF_CERTIFICATES, OF_ONE_CERTIFICATE);

    Thresholds(ServerSettings.Sync settings) {
        this.settings = settings;
        this.strangers = new Strangers<>(
                settings.strangers().most(), settings.strangers().fromOneAddress());
    }

    /// For a new connection's pipeline.
    ThresholdHandler of(Channel channel) {
        return new ThresholdHandler(channel, settings.maxFrameBytes(), strangers, bearers);
    }
}
