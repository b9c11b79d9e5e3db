package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.reference.ReferenceItem;

/// The name board as the street sent it; before the first sync the configured name.
public record ReferenceSite(ReferenceStore reference, String configuredName) implements SiteBoard {
    @Override
    public String siteName() {
        return reference.index().site().map(ReferenceItem.Site::name).orElse(configuredName);
    }
}
