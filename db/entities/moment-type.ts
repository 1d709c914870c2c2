import { Type } from '@mikro-orm/core';

/** timestamptz as text: MikroORM's own type makes a Date of it, which 'infinity' does not survive. */
export class MomentType extends Type<string, string> {
  override getColumnType(): string {
    return 'timestamptz(6)';
  }

  override compareAsType(): string {
    return 'string';
  }

  override get runtimeType(): string {
    return 'string';
  }
}
