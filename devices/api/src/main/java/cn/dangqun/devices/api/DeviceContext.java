package cn.dangqun.devices.api;

import cn.dangqun.domain.credential.CardKeyer;
import java.time.Clock;

/// What a driver may use of the kiosk. `keyer` lets a reader turn a card into its key and forget the rest (F-91).
public record DeviceContext(Clock clock, CardKeyer keyer) {}
