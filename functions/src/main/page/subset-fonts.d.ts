export function subsetFonts(): Promise<void>;
