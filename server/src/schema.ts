import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { CampaignResolver, CauseResolver } from './features/campaigns/index.ts';
import { ImportJobResolver, ImportProblemResolver, SheetSummaryResolver } from './features/imports/import.resolver.ts';
import { CaseResolver } from './features/ledger/index.ts';
import {
  ActivityResolver,
  BreakdownRowResolver,
  EvidenceRowResolver,
  MetricResolver,
  MetricValueResolver,
  ProofResolver,
  ReportResolver,
  TownRankResolver,
  UnitReportResolver,
} from './features/reports/index.ts';
import { UnitResolver } from './features/units/index.ts';

/** The GraphQL schema, from the resolvers. `emit-schema.ts` writes it to server/schema.graphql. */
export function createSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      CampaignResolver,
      CauseResolver,
      UnitResolver,
      UnitReportResolver,
      ReportResolver,
      MetricResolver,
      MetricValueResolver,
      BreakdownRowResolver,
      ProofResolver,
      TownRankResolver,
      EvidenceRowResolver,
      ActivityResolver,
      CaseResolver,
      ImportJobResolver,
      ImportProblemResolver,
      SheetSummaryResolver,
    ],
    validate: false,
  });
}
