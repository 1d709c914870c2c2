/*
 * What Chromium 122 has and Chromium 90 lacks, for the browsers without it; first-paint.js decides. Nothing here may be
 * newer than `Iterator`, which first-paint.js asks for: a browser that has it never fetches this.
 */
import 'core-js/stable/array/at';
import 'core-js/stable/array/find-last';
import 'core-js/stable/array/find-last-index';
import 'core-js/stable/array/from-async';
import 'core-js/stable/array/to-reversed';
import 'core-js/stable/array/to-sorted';
import 'core-js/stable/array/to-spliced';
import 'core-js/stable/array/with';
import 'core-js/stable/error/constructor';
import 'core-js/stable/iterator';
import 'core-js/stable/map/group-by';
import 'core-js/stable/object/group-by';
import 'core-js/stable/object/has-own';
import 'core-js/stable/promise/with-resolvers';
import 'core-js/stable/set/difference';
import 'core-js/stable/set/intersection';
import 'core-js/stable/set/is-disjoint-from';
import 'core-js/stable/set/is-subset-of';
import 'core-js/stable/set/is-superset-of';
import 'core-js/stable/set/symmetric-difference';
import 'core-js/stable/set/union';
import 'core-js/stable/string/at';
import 'core-js/stable/string/is-well-formed';
import 'core-js/stable/string/to-well-formed';
import 'core-js/stable/structured-clone';
import './web.ts';
