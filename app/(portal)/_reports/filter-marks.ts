/** How the list of reports tells the filter what there is. Apart from both: what a client component exports is on the server no text. */

/** On an item: everything that it may be looked for by. */
export const NAMES_ATTRIBUTE = "data-names";
/** On what goes when none of its items is left. */
export const GROUP_ATTRIBUTE = "data-group";
