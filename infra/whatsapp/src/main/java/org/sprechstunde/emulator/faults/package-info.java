/**
 * Misbehaviour on demand: a {@code Fault} says where, what and how often; {@code Faults} is the list that the
 * emulator asks before every step.
 */
@NullMarked
package org.sprechstunde.emulator.faults;

import org.jspecify.annotations.NullMarked;
