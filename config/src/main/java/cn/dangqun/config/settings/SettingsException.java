package cn.dangqun.config.settings;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// A settings file that cannot be used, with every fault found in it.
public final class SettingsException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsFault> faults;

    public SettingsException(Path file, List<SettingsFault> faults) {
        super(faults.stream()
                .map(SettingsFault::toString)
                .collect(Collectors.joining("\n  ", "设置文件 " + file + " 有 " + faults.size() + " 处错误：\n  ", "")));
        this.faults = List.copyOf(faults);
    }

    public List<SettingsFault> faults() {
        return faults;
    }
}
