/** What the mayor has chosen for this visit; like everything here it is kept in memory only. */
export const choices = {
  /** Single letters do something. */
  keys: true,
  /** The page covers itself as soon as another window has the focus, not only when nobody can see it. */
  coverOnBlur: true,
  /** A tone tells of what is new. */
  sound: false,
};
