// Package versions shows, in its tests, how to compare two versions of a text: a
// speech as it was prepared and as it was delivered, and one speech in two
// translations.
package versions
