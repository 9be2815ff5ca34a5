package regular

// unblocked is nothing in a browser, which has no pipes.
const unblocked = 0
