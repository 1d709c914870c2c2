import type { ReadDocument, ReadImage, ReadPicture } from '../../../rendering/document/index.ts';
import type { PictureKey } from './text-flow.ts';

const picturesIn = ({ paragraphs }: ReadDocument): ReadPicture[] => paragraphs.flatMap(({ pictures }) => pictures);

/**
 * Keys that are equal for pictures that show the same: those of the sealed document, and of the file, to the extent that its
 * images are those, or look like them.
 */
export async function pictureKeys(sealed: ReadDocument, file: ReadDocument): Promise<PictureKey> {
  const { isSamePicture } = await import('../../../rendering/document/index.ts');
  const keys = new Map(
    picturesIn(sealed).flatMap(({ images }) => images.map(({ digest }) => [digest, images[0]!.digest] as const)),
  );
  for (const { images } of picturesIn(file)) {
    const [shown] = images;
    if (!shown || keys.has(shown.digest)) continue;
    keys.set(shown.digest, (await alike(shown, sealed, isSamePicture)) ?? shown.digest);
  }
  return ({ images: [shown] }) => (shown ? (keys.get(shown.digest) ?? shown.digest) : 'none');
}

async function alike(
  shown: ReadImage,
  sealed: ReadDocument,
  isSame: (one: ReadImage, other: ReadImage) => Promise<boolean>,
): Promise<string | null> {
  for (const { images } of picturesIn(sealed)) {
    for (const image of images) if (await isSame(shown, image)) return images[0]!.digest;
  }
  return null;
}
