/// The virtual kiosk farm (F-99): whole kiosks without screens, with simulated devices, real ledgers and real TLS, a
/// street's server in a process of its own, and everything that goes wrong in a year within minutes. What goes wrong is
/// drawn from a seed as a story before anything starts, and counted by people, so that it can be told again.
@NullMarked
package cn.dangqun.bench.farm;

import org.jspecify.annotations.NullMarked;
