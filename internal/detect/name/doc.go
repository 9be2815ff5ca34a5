// Package name finds names of people, places and bodies that are not the
// transcript's: another name, one put in, one left out.
//
// The naive way compares the capitalised words of both sides. But Kiev is Kyiv, the
// EU the European Union, Ma Lin may be Jack Ma, a title has a capital and names
// nobody, and a translator adds the nation for "our country". So names are tied
// first by all that makes two of them one (package naming), then, in a copy, by
// their place; what is left over in a retelling counts only where it may have been
// put for the other, or where the transcript never speaks of it at all.
//
// Who speaks is no matter of words and is left to package provenance.
//
// Cost: the names of one side times those of the other; for a name that is left
// over in a retelling, the names of the transcript.
package name
