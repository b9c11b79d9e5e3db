package cn.dangqun.kiosk.reference;

/// The name board of this site, e.g. ××社区党群服务中心. Read from disk; before the first sync the configured name.
public interface SiteBoard {
    String siteName();
}
