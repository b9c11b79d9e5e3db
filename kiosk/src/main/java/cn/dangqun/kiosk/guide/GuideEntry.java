package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.ServiceItem;

/// A service of the catalogue; `givesNumbers`: a window here serves it.
record GuideEntry(ServiceItem service, boolean givesNumbers) {}
