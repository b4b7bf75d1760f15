package org.sprechstunde.emulator.chat;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody who has a phone here. */
public final class Citizens {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BSUID_LENGTH = 22;
    // The block that the Bundesnetzagentur keeps free for films; nobody can be reached there.
    private static final String FILM_NUMBERS = "4917139200";

    private final Map<String, Citizen> byBsuid = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private int numbers;

    /** A new citizen with a fictional phone number. */
    public synchronized Citizen withPhone(String name) {
        return add(new Citizen(bsuid(), name, Optional.of(number()), Optional.empty()));
    }

    /** A new citizen of whom the town learns no phone number. */
    public synchronized Citizen withoutPhone(String name) {
        return add(new Citizen(bsuid(), name, Optional.empty(), Optional.empty()));
    }

    /**
     * Gives a phone to exactly this citizen.
     *
     * @throws IllegalArgumentException if somebody else has this BSUID or phone number
     */
    public synchronized Citizen add(Citizen citizen) {
        boolean taken = byBsuid.containsKey(citizen.bsuid())
                || citizen.phone().flatMap(this::byPhone).isPresent();
        if (taken) {
            throw new IllegalArgumentException("somebody else has this BSUID or phone number");
        }
        byBsuid.put(citizen.bsuid(), citizen);
        return citizen;
    }

    /** The same person with a new user id and, if {@code number}, a new phone number, as when a SIM card is changed. */
    public synchronized Citizen change(Citizen former, boolean number) {
        byBsuid.remove(former.bsuid());
        Optional<String> phone = number ? former.phone().map(_ -> number()) : former.phone();
        return add(new Citizen(bsuid(), former.name(), phone, former.username()));
    }

    public synchronized List<Citizen> all() {
        return List.copyOf(byBsuid.values());
    }

    public synchronized Optional<Citizen> byBsuid(String bsuid) {
        return Optional.ofNullable(byBsuid.get(bsuid));
    }

    public synchronized Optional<Citizen> byPhone(String phone) {
        return byBsuid.values().stream()
                .filter(citizen -> citizen.phone().filter(phone::equals).isPresent())
                .findFirst();
    }

    /** A BSUID that nobody has. */
    public String bsuid() {
        StringBuilder id = new StringBuilder("DE.");
        random.ints(BSUID_LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return id.toString();
    }

    private String number() {
        String number;
        do {
            number = FILM_NUMBERS + "%02d".formatted(numbers++);
        } while (byPhone(number).isPresent());
        return number;
    }
}
